-- Bookmarks of guides and questions, preferences, and interviews whose company is not known yet.

create schema bookmark;

create table bookmark.bookmark (
  account_id uuid not null default viewer.account_id() references viewer.account on delete cascade,
  kind text not null check (kind in ('GUIDE', 'QUESTION')),
  -- No foreign key: what is published changes.
  target_id uuid not null,
  created_at timestamptz not null default catalogue.now(),
  primary key (account_id, kind, target_id)
);
create index on bookmark.bookmark (account_id, created_at, target_id);

create schema preference;

-- At most one row of an account; null where the user has not chosen.
create table preference.preference (
  account_id uuid primary key default viewer.account_id() references viewer.account on delete cascade,
  -- A BCP 47 language tag.
  locale text check (length(locale) between 2 and 80),
  -- An IANA name.
  time_zone text check (length(time_zone) between 1 and 100)
);

alter table bookmark.bookmark enable row level security, force row level security;
create policy own on bookmark.bookmark to prepgraph_candidate using (account_id = (select viewer.account_id()));
alter table preference.preference enable row level security, force row level security;
create policy own on preference.preference to prepgraph_candidate using (account_id = (select viewer.account_id()));

grant usage on schema bookmark, preference to prepgraph_candidate;
grant select, insert, delete on bookmark.bookmark to prepgraph_candidate;
grant select, insert, update (locale, time_zone), delete on preference.preference to prepgraph_candidate;

alter table interview.interview alter company drop not null;
