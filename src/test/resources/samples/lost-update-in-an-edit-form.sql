CREATE TABLE customer (
  id bigint PRIMARY KEY,
  phone text NOT NULL,
  address text NOT NULL,
  version integer NOT NULL
);

INSERT INTO customer VALUES (42, '555-0199', '1 Old Road', 3);
