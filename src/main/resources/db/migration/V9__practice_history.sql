-- Practices as a list, the newest first: what tells two of the same moment apart, and the index to page by.
alter table practice.practice add column id uuid not null default catalogue.uuid_v7();
create index on practice.practice (account_id, practised_at, id);
create index on practice.practice (account_id, question_id, practised_at, id);
