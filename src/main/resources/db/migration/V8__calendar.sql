-- The calendar feeds that users let other programs read: whoever has a feed's secret reads it without a login.

create schema calendar;

create table calendar.feed (
  account_id uuid primary key default viewer.account_id() references viewer.account on delete cascade,
  -- SHA-256 of the secret, which is nowhere else. (It is random and long: a slow hash would protect nothing more.)
  digest bytea not null unique check (length(digest) = 32),
  created_at timestamptz not null default now()
);

-- The digest that calendar.enter was given in this transaction; null outside of it.
create function calendar.presented() returns bytea
language sql stable parallel safe as $$
  select decode(nullif(current_setting('prepgraph.calendar', true), ''), 'hex')
$$;

alter table calendar.feed enable row level security, force row level security;
create policy own on calendar.feed to prepgraph_candidate using (account_id = (select viewer.account_id()));
-- The one row whose digest was presented, or none: there is nothing to look through.
create policy presented on calendar.feed for select to prepgraph_candidate using (digest = (select calendar.presented()));

grant usage on schema calendar to prepgraph_candidate;
grant select, insert, update, delete on calendar.feed to prepgraph_candidate;

-- Begins a transaction's work for whoever presents a feed's secret, as viewer.enter does for who is logged in, but only to
-- read. The account is null, and nothing can be seen, when no feed has the secret. The account's own row stays hidden.
create function calendar.enter(presented bytea, out account uuid)
language plpgsql as $$
begin
  perform set_config('transaction_read_only', 'on', true),
    set_config('role', 'prepgraph_candidate', true),
    set_config('prepgraph.calendar', encode(presented, 'hex'), true),
    set_config('lock_timeout', '5s', true),
    set_config('statement_timeout', '10s', true),
    set_config('idle_in_transaction_session_timeout', '20s', true);
  select account_id into account from calendar.feed where digest = presented;
  perform set_config('prepgraph.account', coalesce(account::text, ''), true);
end $$;
