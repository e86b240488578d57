CREATE TABLE orders (
  customer_id int NOT NULL,
  ordered_on date NOT NULL
);

INSERT INTO orders
VALUES (1, '2026-01-05'), (1, '2026-02-10'), (2, '2026-01-07'), (2, '2026-03-01'),
       (3, '2026-02-03'), (3, '2026-03-15'), (4, '2026-02-08');
