CREATE TABLE customer (
  id int PRIMARY KEY,
  name text NOT NULL
);
CREATE TABLE orders (
  id int PRIMARY KEY,
  customer_id int NOT NULL REFERENCES customer
);

INSERT INTO customer VALUES (1, 'Kim'), (2, 'Kim'), (3, 'Noor');
INSERT INTO orders VALUES (10, 1), (11, 1), (12, 1), (13, 1), (14, 2);
