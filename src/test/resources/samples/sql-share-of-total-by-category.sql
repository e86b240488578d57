CREATE TABLE categories (
  id int PRIMARY KEY,
  name text NOT NULL
);
CREATE TABLE orders (
  category_id int REFERENCES categories,
  ordered_on date NOT NULL,
  amount numeric NOT NULL
);

INSERT INTO categories VALUES (1, 'garden'), (2, 'books');
INSERT INTO orders
VALUES (1, '2025-12-20', 60.00), (1, '2026-01-10', 80.00), (2, '2026-01-15', 20.00),
       (2, '2026-02-03', 50.00), (1, '2026-03-08', 70.00);
