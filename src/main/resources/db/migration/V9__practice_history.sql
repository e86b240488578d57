-- Practices as a list, the newest first.
create index practice_newest_first on practice.practice (account_id, practised_at, question_id, number);
