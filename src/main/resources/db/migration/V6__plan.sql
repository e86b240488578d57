-- How users prepare for interviews: what to do on which day.

create schema plan;

create table plan.prep_plan (
  id uuid primary key default catalogue.uuid_v7(),
  account_id uuid not null default viewer.account_id() references viewer.account on delete cascade,
  -- No foreign key: a guide that is no longer published stays readable.
  guide_id uuid not null,
  title text not null check (char_length(title) between 1 and 200),
  interview_on date not null,
  daily_minutes int not null check (daily_minutes between 5 and 1440),
  time_zone text not null check (length(time_zone) between 1 and 100),
  -- When the day of the interview is over in that time zone. (Its rules are those of the service, not the database's.)
  ends_at timestamptz not null,
  -- ISO 8601: 1 is Monday.
  days_off int[] not null default '{}' check (days_off <@ '{1,2,3,4,5,6,7}' and cardinality(days_off) < 7),
  shortfall_minutes int not null default 0 check (shortfall_minutes >= 0),
  -- Grows with every change of the plan or of one of its items.
  version int not null default 1 check (version > 0),
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (account_id, id)
);
create index on plan.prep_plan (account_id, created_at, id);

create table plan.item (
  id uuid primary key default catalogue.uuid_v7(),
  plan_id uuid not null,
  account_id uuid not null default viewer.account_id(),
  kind text not null check (kind in ('LEARN', 'REVIEW', 'READ', 'CUSTOM')),
  question_id uuid check ((question_id is not null) = (kind in ('LEARN', 'REVIEW'))),
  -- Tells the items apart that are of one kind, about one question: replanning moves them and keeps their ids.
  number int not null check (number > 0),
  title text check (char_length(title) between 1 and 200),
  -- Null where no day has room for it.
  on_day date,
  -- Its place in the day.
  position int not null,
  minutes int not null check (minutes between 1 and 1440),
  done_at timestamptz,
  check ((title is not null) = (kind = 'CUSTOM')),
  unique nulls not distinct (plan_id, kind, question_id, number),
  foreign key (account_id, plan_id) references plan.prep_plan (account_id, id) on delete cascade
);

alter table plan.prep_plan enable row level security, force row level security;
create policy own on plan.prep_plan to prepgraph_candidate using (account_id = (select viewer.account_id()));
alter table plan.item enable row level security, force row level security;
create policy own on plan.item to prepgraph_candidate using (account_id = (select viewer.account_id()));

grant usage on schema plan to prepgraph_candidate;
grant select, insert, update, delete on plan.prep_plan, plan.item to prepgraph_candidate;
-- A plan is made from the guide as it is published, within the transaction that writes it.
grant select on catalogue.publication, catalogue.taxonomy_revision, catalogue.guide_revision to prepgraph_candidate;
