-- Partners: career sites that integrate the schema. Replicas of the version before neither need nor harm them.

create schema partner;

-- Never deleted, so that an id in a log or an event keeps its meaning; a revoked partner is refused.
create table partner.partner (
  id uuid primary key default catalogue.uuid_v7(),
  slug text not null unique check (length(slug) between 2 and 60 and slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 200),
  -- The OAuth client of its services (client credentials).
  client_id text not null unique check (length(client_id) between 1 and 255),
  -- The OAuth client with which its site logs users in; may equal client_id.
  login_client_id text unique check (length(login_client_id) between 1 and 255),
  scopes text[] not null check (scopes <@ '{READ,OVERLAY,EVENTS}'),
  -- Origins whose pages may name the partner.
  origins text[] not null default '{}' check (cardinality(origins) <= 20),
  -- The budget of its services; null for the default one.
  points int check (points > 0),
  restore_rate int check (restore_rate > 0),
  created_at timestamptz not null default catalogue.now(),
  revoked_at timestamptz,
  version int not null default 1,
  -- Counts all changes, also of what belongs to a partner, for caches.
  revision int not null default 1,
  check ((points is null) = (restore_rate is null))
);

create function partner.count_change() returns trigger
language plpgsql as $$
begin
  new.revision := old.revision + 1;
  return new;
end $$;

create trigger count_change before update on partner.partner
  for each row execute function partner.count_change();
