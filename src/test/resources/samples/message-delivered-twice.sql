CREATE TABLE processed_payment (
  payment_id text PRIMARY KEY,
  processed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE loyalty_account (
  customer_id bigint PRIMARY KEY,
  points bigint NOT NULL
);

INSERT INTO loyalty_account VALUES (7, 30);
