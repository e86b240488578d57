CREATE TABLE customers (
  id int PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL
);
CREATE TABLE orders (
  id int PRIMARY KEY,
  customer_id int NOT NULL REFERENCES customers,
  amount numeric NOT NULL
);

INSERT INTO customers
VALUES (1, 'Anna', 'anna@mail.example'), (2, 'Ben', 'Ben@mail.example'),
       (3, 'Ben', 'ben@mail.example');
INSERT INTO orders VALUES (1, 1, 40), (2, 1, 90), (3, 1, 90), (4, 2, 70);
