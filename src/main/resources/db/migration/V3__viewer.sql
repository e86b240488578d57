-- Who has logged in. All private data hangs on an account, is seen by nobody else, and goes with it.

-- Private data is read and written under this role alone: it owns nothing, so that row-level security holds for it.
do $$
begin
  begin
    if not exists (select from pg_roles where rolname = 'prepgraph_candidate') then
      create role prepgraph_candidate nologin;
    end if;
  exception when duplicate_object or unique_violation then
    null; -- another database of this server is being migrated at the same time
  end;
  begin
    set local role prepgraph_candidate;
    reset role;
  exception when insufficient_privilege then
    execute format('grant prepgraph_candidate to %I', current_user);
  end;
exception when insufficient_privilege then
  raise exception using errcode = 'insufficient_privilege', message = format(
    'The database login may not create roles; let an administrator run: create role prepgraph_candidate nologin; grant prepgraph_candidate to %I;',
    current_user);
end $$;

create schema viewer;

create table viewer.account (
  id uuid primary key default catalogue.uuid_v7(),
  -- Who the identity provider says it is: "iss" and "sub" of the tokens, nothing else.
  issuer text not null check (length(issuer) between 1 and 1000),
  subject text not null check (length(subject) between 1 and 255),
  created_at timestamptz not null default now(),
  unique (issuer, subject)
);

-- The account that this transaction acts for; null outside of viewer.enter.
create function viewer.account_id() returns uuid
language sql stable parallel safe as $$
  select nullif(current_setting('prepgraph.account', true), '')::uuid
$$;

-- That an account was erased, so that the erasure can be repeated after a backup is restored. Nothing is looked up here.
create table viewer.erasure (
  account_id uuid primary key,
  erased_at timestamptz not null default now()
);

-- What a creation with a key made, so that a repeated call makes nothing else.
create table viewer.idempotency_key (
  account_id uuid not null default viewer.account_id() references viewer.account on delete cascade,
  key text not null check (length(key) between 1 and 255),
  -- SHA-256 of what was asked for.
  input bytea not null,
  result text not null,
  created_at timestamptz not null default now(),
  primary key (account_id, key)
);

alter table viewer.account enable row level security, force row level security;
create policy own on viewer.account to prepgraph_candidate
  using (issuer = current_setting('prepgraph.issuer', true) and subject = current_setting('prepgraph.subject', true));
alter table viewer.erasure enable row level security, force row level security;
create policy own on viewer.erasure for insert to prepgraph_candidate with check (account_id = (select viewer.account_id()));
alter table viewer.idempotency_key enable row level security, force row level security;
create policy own on viewer.idempotency_key to prepgraph_candidate using (account_id = (select viewer.account_id()));

grant usage on schema viewer, catalogue to prepgraph_candidate;
-- Update: for the row's lock alone.
grant select, insert, delete, update (created_at) on viewer.account to prepgraph_candidate;
grant insert on viewer.erasure to prepgraph_candidate;
grant select, insert, delete, update (input, result, created_at) on viewer.idempotency_key to prepgraph_candidate;
grant select on catalogue.guide, catalogue.question, catalogue.question_revision, catalogue.guide_question
  to prepgraph_candidate;

-- Begins a transaction's work for a user: from here to its end it has the candidate's rights, sees the user's rows alone,
-- and waits for nothing for long. Everything is set locally to the transaction, so that a pooled connection takes nothing along.
-- Makes the account on first sight. A transaction that writes locks it: one user's writes follow each other.
create function viewer.enter(user_issuer text, user_subject text, writes boolean, out account uuid, out first_seen boolean)
language plpgsql as $$
begin
  perform set_config('role', 'prepgraph_candidate', true),
    set_config('prepgraph.issuer', user_issuer, true),
    set_config('prepgraph.subject', user_subject, true),
    set_config('lock_timeout', '5s', true),
    set_config('statement_timeout', '10s', true),
    set_config('idle_in_transaction_session_timeout', '20s', true);
  -- What is acknowledged must survive a crash, also where the server's default is to hope.
  if writes and current_setting('synchronous_commit') = 'off' then
    perform set_config('synchronous_commit', 'on', true);
  end if;
  first_seen := false;
  for attempt in 1..3 loop
    if writes then
      select id into account from viewer.account where issuer = user_issuer and subject = user_subject for no key update;
    else
      select id into account from viewer.account where issuer = user_issuer and subject = user_subject;
    end if;
    exit when account is not null;
    insert into viewer.account (issuer, subject) values (user_issuer, user_subject) on conflict do nothing returning id into account;
    first_seen := account is not null;
    exit when first_seen;
  end loop;
  perform set_config('prepgraph.account', account::text, true);
end $$;
