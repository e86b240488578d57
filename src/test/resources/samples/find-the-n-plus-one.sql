CREATE TABLE customer (
  id bigint PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE invoice (
  id bigint PRIMARY KEY,
  number text NOT NULL,
  customer_id bigint NOT NULL REFERENCES customer,
  created_at timestamptz NOT NULL
);

INSERT INTO customer VALUES (1, 'Mill'), (2, 'Harbor');

INSERT INTO invoice
VALUES (1, 'A-1', 1, '2026-03-01 10:00Z'), (2, 'A-2', 2, '2026-03-01 10:00Z'), (3, 'A-3', 1, '2026-03-02 10:00Z');
