-- The events of partners: a log that publications and erasures write in their own transactions, endpoints that receive it, and the
-- deliveries to them. Replicas of the version before publish without events; the change feed has what they published.

create table partner.event (
  -- In the order of commits for events of publications, which run one at a time.
  number bigint generated always as identity primary key,
  id uuid not null unique default catalogue.uuid_v7(),
  -- The only partner that receives it; null for all.
  partner_id uuid references partner.partner on delete cascade,
  type text not null check (type in (
    'GUIDE_PUBLISHED', 'GUIDE_CHANGED', 'GUIDE_UNPUBLISHED', 'QUESTION_CHANGED', 'USER_ERASED', 'TEST')),
  -- Events of the same subject are delivered in their order: the guide or question, else the event itself.
  subject uuid not null,
  payload text not null check (octet_length(payload) <= 20000),
  created_at timestamptz not null default catalogue.now()
);
create index on partner.event (created_at);
create index on partner.event (partner_id);
create index on partner.event (number) where partner_id is null;
create index on partner.event (number) where type = 'USER_ERASED';

create table partner.endpoint (
  id uuid primary key default catalogue.uuid_v7(),
  partner_id uuid not null references partner.partner on delete cascade,
  url text not null check (length(url) between 1 and 1000),
  types text[] not null,
  enabled boolean not null default true,
  disabled_reason text check (disabled_reason in ('PARTNER', 'QUEUE_FULL')),
  -- The last event of the log that has its delivery, if it has one.
  position bigint not null,
  -- Secrets are derived from a key of the service, the endpoint and a version (WebhookSecrets.java); these name the keys.
  secret_version int not null check (secret_version > 0),
  secret_key text not null check (length(secret_key) = 16),
  -- The secret before the last rotation also signs until then.
  previous_key text check (length(previous_key) = 16),
  previous_until timestamptz,
  version int not null default 1,
  created_at timestamptz not null default catalogue.now(),
  unique (partner_id, url)
);

create table partner.delivery (
  id uuid primary key default catalogue.uuid_v7(),
  partner_id uuid not null references partner.partner on delete cascade,
  endpoint_id uuid not null references partner.endpoint on delete cascade,
  number bigint not null references partner.event on delete cascade,
  subject uuid not null,
  state text not null default 'PENDING' check (state in ('PENDING', 'DELIVERED', 'DEAD')),
  attempts int not null default 0,
  due_at timestamptz not null default catalogue.now(),
  -- A worker is sending it; another may when the time is over.
  lease uuid,
  leased_until timestamptz,
  -- Of the last attempt.
  status int,
  failure text,
  created_at timestamptz not null default catalogue.now(),
  finished_at timestamptz,
  expires_at timestamptz not null,
  unique (endpoint_id, number)
);
create index on partner.delivery (endpoint_id, due_at) where state = 'PENDING';
create index on partner.delivery (endpoint_id, subject, number) where state = 'PENDING';
create index on partner.delivery (endpoint_id) where lease is not null;
create index on partner.delivery (partner_id, created_at, id);
create index on partner.delivery (number);
create index on partner.delivery (created_at);
create index on partner.delivery (expires_at) where state = 'PENDING';

-- The OAuth clients of partners that an account was used with, to tell them of its erasure.
create table viewer.account_client (
  account_id uuid not null default viewer.account_id() references viewer.account on delete cascade,
  client_id text not null check (length(client_id) between 1 and 255),
  -- As the client's tokens say it.
  issuer text not null check (length(issuer) between 1 and 1000),
  primary key (account_id, client_id)
);
alter table viewer.account_client enable row level security, force row level security;
create policy own on viewer.account_client to prepgraph_candidate using (account_id = (select viewer.account_id()));
grant select, insert, delete on viewer.account_client to prepgraph_candidate;

-- Writes the events of an erasure. With the owner's rights, because users have none on the tables of partners.
create function partner.erased(clients text[], issuers text[], subject text) returns void
language sql security definer
set search_path = pg_catalog, pg_temp as $$
  with used as (
    select distinct p.id as partner, c.issuer
    from unnest(clients, issuers) as c (client, issuer) join partner.partner p on c.client in (p.client_id, p.login_client_id)
    where p.revoked_at is null and 'EVENTS' = any(p.scopes)
      and exists (select from partner.endpoint e where e.partner_id = p.id and 'USER_ERASED' = any(e.types))),
  told as (
    insert into partner.event (partner_id, type, subject, payload)
    select partner, 'USER_ERASED', catalogue.uuid_v7(), jsonb_build_object(
      'type', 'USER_ERASED', 'timestamp', viewer.export_time(catalogue.now()),
      'data', jsonb_build_object('issuer', issuer, 'subject', erased.subject))::text
    from used
    returning number, partner_id, event.subject)
  insert into partner.delivery (partner_id, endpoint_id, number, subject, expires_at)
  select e.partner_id, e.id, t.number, t.subject, catalogue.now() + interval '30 days'
  from told t join partner.endpoint e on e.partner_id = t.partner_id and 'USER_ERASED' = any(e.types)
$$;

create function viewer.tell_erasure() returns trigger
language plpgsql as $$
begin
  perform partner.erased(array_agg(c.client_id), array_agg(c.issuer), old.subject)
  from viewer.account_client c where c.account_id = old.id having count(*) > 0;
  return old;
end $$;
create trigger tell_erasure before delete on viewer.account for each row execute function viewer.tell_erasure();

revoke execute on function partner.erased from public;
grant usage on schema partner to prepgraph_candidate;
grant execute on function partner.erased to prepgraph_candidate;
