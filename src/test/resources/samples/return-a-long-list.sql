CREATE TABLE orders (
  id bigint PRIMARY KEY,
  created_at timestamptz NOT NULL,
  total numeric NOT NULL
);
CREATE INDEX orders_by_time ON orders (created_at, id);

INSERT INTO orders
SELECT 4600 + n, timestamptz '2026-03-01 10:00Z' + (n / 100) * interval '1 minute', n
FROM generate_series(1, 200) n;
