CREATE TABLE account (
  id int PRIMARY KEY,
  balance numeric NOT NULL CHECK (balance >= 0)
);

INSERT INTO account VALUES (1, 100), (2, 100);
