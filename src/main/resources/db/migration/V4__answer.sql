-- What users answer. An answer points at its newest revision; a revision never changes.

create schema answer;

create table answer.saved_answer (
  id uuid primary key default catalogue.uuid_v7(),
  account_id uuid not null default viewer.account_id() references viewer.account on delete cascade,
  question_id uuid not null,
  -- The newest revision's.
  version int not null check (version > 0),
  created_at timestamptz not null default clock_timestamp(),
  unique (account_id, question_id),
  unique (account_id, id)
);
create index on answer.saved_answer (account_id, created_at, id);

create table answer.answer_revision (
  answer_id uuid not null,
  account_id uuid not null default viewer.account_id(),
  version int not null check (version > 0),
  -- The revision of the question that it answers. (No foreign key: revisions are never deleted, and its row locks would make
  -- everybody who answers a popular question wait for each other.)
  question_revision int not null,
  status text not null check (status in ('DRAFT', 'READY')),
  -- Free text, or the parts of STAR.
  body text check (char_length(body) <= 20000),
  situation text check (char_length(situation) <= 20000),
  task text check (char_length(task) <= 20000),
  action text check (char_length(action) <= 20000),
  result text check (char_length(result) <= 20000),
  saved_at timestamptz not null default clock_timestamp(),
  primary key (answer_id, version),
  foreign key (account_id, answer_id) references answer.saved_answer (account_id, id) on delete cascade,
  check ((body is null) <> (num_nonnulls(situation, task, action, result) = 0))
);

alter table answer.saved_answer enable row level security, force row level security;
create policy own on answer.saved_answer to prepgraph_candidate using (account_id = (select viewer.account_id()));
alter table answer.answer_revision enable row level security, force row level security;
create policy own on answer.answer_revision to prepgraph_candidate using (account_id = (select viewer.account_id()));

grant usage on schema answer to prepgraph_candidate;
grant select, insert, update, delete on answer.saved_answer to prepgraph_candidate;
grant select, insert, delete on answer.answer_revision to prepgraph_candidate;
