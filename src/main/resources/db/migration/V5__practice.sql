-- What users practise, how well they think they answer, and sessions against the clock.

create schema practice;

-- What a user remembers of a question: all of it follows from the practices.
create table practice.card (
  account_id uuid not null default viewer.account_id() references viewer.account on delete cascade,
  question_id uuid not null,
  -- FSRS-6, right after the last practice.
  stability float8 not null check (stability > 0),
  difficulty float8 not null check (difficulty between 1 and 10),
  practised_at timestamptz not null,
  reps int not null check (reps > 0),
  lapses int not null check (lapses between 0 and reps),
  primary key (account_id, question_id)
);

-- Every practice; never changed.
create table practice.practice (
  account_id uuid not null default viewer.account_id(),
  question_id uuid not null,
  -- In the order in which they were recorded.
  number int not null check (number > 0),
  rating text not null check (rating in ('AGAIN', 'HARD', 'GOOD', 'EASY')),
  practised_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (account_id, question_id, number),
  foreign key (account_id, question_id) references practice.card on delete cascade
);

create table practice.session (
  id uuid primary key default catalogue.uuid_v7(),
  account_id uuid not null default viewer.account_id() references viewer.account on delete cascade,
  guide_id uuid not null,
  minutes_each int not null check (minutes_each between 1 and 60),
  started_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz check (finished_at >= started_at),
  unique (account_id, id)
);
create index on practice.session (account_id, started_at, id);

create table practice.session_question (
  account_id uuid not null default viewer.account_id(),
  session_id uuid not null,
  position int not null check (position between 1 and 30),
  question_id uuid not null,
  -- The answer; its version grows by one with every save.
  body text check (char_length(body) <= 20000),
  version int not null default 0 check (version >= 0),
  answered_at timestamptz,
  late boolean not null default false,
  primary key (session_id, position),
  unique (session_id, question_id),
  foreign key (account_id, session_id) references practice.session (account_id, id) on delete cascade,
  check ((body is null) = (answered_at is null) and (body is null) = (version = 0))
);
create index on practice.session_question (account_id, session_id);

-- How a user rates a revision of an answer; it goes with the revision.
create table practice.assessment (
  account_id uuid not null default viewer.account_id(),
  answer_id uuid not null,
  version int not null,
  -- The criterion's slug.
  criterion text not null check (length(criterion) between 1 and 200),
  score int not null check (score between 1 and 5),
  assessed_at timestamptz not null default clock_timestamp(),
  primary key (answer_id, version, criterion),
  foreign key (account_id, answer_id) references answer.saved_answer (account_id, id) on delete cascade,
  foreign key (answer_id, version) references answer.answer_revision on delete cascade
);
create index on practice.assessment (account_id, answer_id);

alter table practice.card enable row level security, force row level security;
create policy own on practice.card to prepgraph_candidate using (account_id = (select viewer.account_id()));
alter table practice.practice enable row level security, force row level security;
create policy own on practice.practice to prepgraph_candidate using (account_id = (select viewer.account_id()));
alter table practice.session enable row level security, force row level security;
create policy own on practice.session to prepgraph_candidate using (account_id = (select viewer.account_id()));
alter table practice.session_question enable row level security, force row level security;
create policy own on practice.session_question to prepgraph_candidate using (account_id = (select viewer.account_id()));
alter table practice.assessment enable row level security, force row level security;
create policy own on practice.assessment to prepgraph_candidate using (account_id = (select viewer.account_id()));

grant usage on schema practice to prepgraph_candidate;
grant select, insert, update on practice.card to prepgraph_candidate;
grant select, insert on practice.practice to prepgraph_candidate;
grant select, insert, update, delete on practice.session to prepgraph_candidate;
grant select, insert, update on practice.session_question to prepgraph_candidate;
grant select, insert, update on practice.assessment to prepgraph_candidate;
-- What a session's guide was called, when it is no longer published.
grant select on catalogue.guide_revision to prepgraph_candidate;
-- A key that was forgotten is remembered anew in its row.
grant update (input, result, created_at) on viewer.idempotency_key to prepgraph_candidate;
