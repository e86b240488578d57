CREATE TABLE export_job (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
  heartbeat timestamptz,
  attempts int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE UNIQUE INDEX ON export_job (customer_id) WHERE state IN ('WAITING', 'RUNNING');

INSERT INTO export_job (customer_id, state, heartbeat)
VALUES (1, 'RUNNING', now()), (2, 'RUNNING', now() - interval '5 minutes'), (3, 'WAITING', NULL);
