CREATE TABLE customer_order (
  id bigint PRIMARY KEY,
  created_at timestamptz NOT NULL,
  total_cents bigint NOT NULL
);

CREATE INDEX ON customer_order (created_at);

INSERT INTO customer_order
VALUES (1, '2026-02-28 22:59Z', 100), (2, '2026-02-28 23:00Z', 200), (3, '2026-03-01 22:59Z', 300), (4, '2026-03-01 23:00Z', 400);
