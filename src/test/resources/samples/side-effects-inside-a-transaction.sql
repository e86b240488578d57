CREATE TABLE customer_order (
  id bigint PRIMARY KEY,
  customer_id bigint NOT NULL
);

CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  task text NOT NULL,
  order_id bigint NOT NULL REFERENCES customer_order,
  created_at timestamptz NOT NULL DEFAULT now(),
  done_at timestamptz
);
