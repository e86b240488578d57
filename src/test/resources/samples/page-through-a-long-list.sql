CREATE TABLE event (
  id bigint PRIMARY KEY,
  created_at timestamptz NOT NULL
);

INSERT INTO event
SELECT 4600 + n, timestamptz '2026-03-01 10:00Z' + (n / 100) * interval '1 minute'
FROM generate_series(1, 200) n;
