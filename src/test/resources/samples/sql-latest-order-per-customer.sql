CREATE TABLE customers (
  id int PRIMARY KEY,
  name text NOT NULL
);
CREATE TABLE orders (
  id int PRIMARY KEY,
  customer_id int NOT NULL REFERENCES customers,
  ordered_at timestamp,
  amount numeric NOT NULL
);

INSERT INTO customers VALUES (1, 'Anna'), (2, 'Ben'), (3, 'Cem');
INSERT INTO orders
VALUES (1, 1, '2026-03-02 10:00', 40), (2, 1, '2026-05-09 18:30', 15),
       (3, 2, '2026-04-01 09:15', 99);
