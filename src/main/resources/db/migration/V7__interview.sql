-- The interviews that users track through stages of their own, and what they say of them afterwards.

create schema interview;

-- Stages are ordered by (position, id); positions may have gaps.
create table interview.stage (
  id uuid primary key default catalogue.uuid_v7(),
  account_id uuid not null default viewer.account_id() references viewer.account on delete cascade,
  name text not null check (char_length(name) between 1 and 60),
  position int not null check (position > 0),
  -- Whether what is in it is over.
  closed boolean not null default false,
  unique (account_id, id)
);
create unique index on interview.stage (account_id, lower(name));

create table interview.interview (
  id uuid primary key default catalogue.uuid_v7(),
  account_id uuid not null default viewer.account_id() references viewer.account on delete cascade,
  company text not null check (char_length(company) between 1 and 200),
  position text not null check (char_length(position) between 1 and 200),
  -- No foreign key: what is published changes.
  guide_id uuid,
  plan_id uuid,
  -- The stage of its last change.
  stage_id uuid not null,
  scheduled_at timestamptz,
  -- An IANA name.
  time_zone text check (length(time_zone) between 1 and 100),
  -- The day of scheduled_at in that zone, or else in UTC.
  scheduled_on date,
  location text check (char_length(location) <= 500),
  notes text check (char_length(notes) <= 20000),
  version int not null default 1 check (version > 0),
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  unique (account_id, id),
  foreign key (account_id, plan_id) references plan.prep_plan (account_id, id) on delete set null (plan_id),
  -- Deferred: with an account, stages go before the interviews do.
  foreign key (account_id, stage_id) references interview.stage (account_id, id) deferrable initially deferred,
  check ((scheduled_at is null) = (scheduled_on is null))
);
create index on interview.interview (account_id, created_at, id);
create index on interview.interview (account_id, stage_id);
create index on interview.interview (account_id, plan_id) where plan_id is not null;
create index on interview.interview (account_id, scheduled_at) where scheduled_at is not null;

-- Every move, as it was told. A later one that was told to be earlier overrules its time.
create table interview.stage_change (
  interview_id uuid not null,
  account_id uuid not null default viewer.account_id(),
  -- In the order in which they were made.
  number int not null check (number > 0),
  stage_id uuid not null,
  entered_at timestamptz not null,
  primary key (interview_id, number),
  foreign key (account_id, interview_id) references interview.interview (account_id, id) on delete cascade,
  foreign key (account_id, stage_id) references interview.stage (account_id, id) deferrable initially deferred
);
create index on interview.stage_change (account_id, stage_id);

create table interview.debrief (
  interview_id uuid primary key,
  account_id uuid not null default viewer.account_id(),
  notes text check (char_length(notes) <= 20000),
  saved_at timestamptz not null default clock_timestamp(),
  unique (account_id, interview_id),
  foreign key (account_id, interview_id) references interview.interview (account_id, id) on delete cascade
);

-- What was really asked: a question of the catalogue, or as it was worded, or both.
create table interview.asked_question (
  interview_id uuid not null,
  account_id uuid not null default viewer.account_id(),
  number int not null check (number between 1 and 100),
  question_id uuid,
  text text check (char_length(text) between 1 and 2000),
  rating int not null check (rating between 1 and 5),
  notes text check (char_length(notes) <= 5000),
  primary key (interview_id, number),
  foreign key (account_id, interview_id) references interview.debrief (account_id, interview_id) on delete cascade,
  check (num_nonnulls(question_id, text) > 0)
);
create index on interview.asked_question (account_id);

-- What the user must get better at: a question, or a criterion by its slug.
create table interview.gap (
  interview_id uuid not null,
  account_id uuid not null default viewer.account_id(),
  number int not null check (number between 1 and 100),
  question_id uuid,
  criterion text check (char_length(criterion) between 1 and 200),
  note text check (char_length(note) <= 2000),
  primary key (interview_id, number),
  foreign key (account_id, interview_id) references interview.debrief (account_id, interview_id) on delete cascade,
  check (num_nonnulls(question_id, criterion) = 1)
);
create index on interview.gap (account_id);

alter table interview.stage enable row level security, force row level security;
create policy own on interview.stage to prepgraph_candidate using (account_id = (select viewer.account_id()));
alter table interview.interview enable row level security, force row level security;
create policy own on interview.interview to prepgraph_candidate using (account_id = (select viewer.account_id()));
alter table interview.stage_change enable row level security, force row level security;
create policy own on interview.stage_change to prepgraph_candidate using (account_id = (select viewer.account_id()));
alter table interview.debrief enable row level security, force row level security;
create policy own on interview.debrief to prepgraph_candidate using (account_id = (select viewer.account_id()));
alter table interview.asked_question enable row level security, force row level security;
create policy own on interview.asked_question to prepgraph_candidate using (account_id = (select viewer.account_id()));
alter table interview.gap enable row level security, force row level security;
create policy own on interview.gap to prepgraph_candidate using (account_id = (select viewer.account_id()));

grant usage on schema interview to prepgraph_candidate;
grant select, insert, update, delete on interview.stage, interview.interview, interview.debrief to prepgraph_candidate;
grant select, insert, update (entered_at) on interview.stage_change to prepgraph_candidate;
grant select, insert on interview.asked_question, interview.gap to prepgraph_candidate;
-- The slug of a guide that is no longer published, for the export.
grant select on catalogue.guide_revision to prepgraph_candidate;
