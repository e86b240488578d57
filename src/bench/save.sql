-- The baseline of saving: the same rows changed, by a client of the database, in one transaction.
begin;
with saved as (
  update answer.saved_answer a set version = a.version + 1 from viewer.account c
  where a.account_id = c.id and c.subject = 'bench-' || (:client_id)::text
  returning a.id, a.account_id, a.version),
thinned as (
  delete from answer.answer_revision r using saved s where r.answer_id = s.id and r.version <= s.version - 100)
insert into answer.answer_revision (answer_id, account_id, version, question_revision, status, body)
select id, account_id, version, 1, 'DRAFT',
  version || repeat(' I measured first, found the slow statement, and added the index it needed.', 8)
from saved;
commit;
