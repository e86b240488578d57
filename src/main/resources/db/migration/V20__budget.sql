-- The budgets of users, which all replicas share, as bucket4j stores them (Budgets.java). Replicas of the version before neither need nor
-- harm them.

create schema budget;

-- Unlogged: a crash may forget them, and no operation waits for them to be written.
create unlogged table budget.bucket (
  -- A digest of the user and of the size of the bucket.
  id text primary key check (length(id) = 43),
  -- Null until the first operation has taken points.
  state bytea check (octet_length(state) <= 1000),
  -- When the bucket is full, so that the row can go: milliseconds since 1970.
  expires_at bigint not null default (extract(epoch from catalogue.now()) * 1000 + 60000)::bigint
);
create index on budget.bucket (expires_at);
