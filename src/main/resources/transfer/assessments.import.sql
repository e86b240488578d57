-- An assessment rates the revision with its version and save time, by a present or former criterion of the question.
with entry as (
  select e.*, case when exists (select from catalogue.question_revision k
      cross join lateral json_array_elements_text(k.document->'criteria') as c (slug)
      where k.question_id = q.id and c.slug = e.criterion) then r.answer_id end as answer_id
  from json_to_recordset(cast(:entries as json)) as e
    (at int, question json, version int, "savedAt" timestamptz, criterion text, score int, "assessedAt" timestamptz)
  left join lateral viewer.find_question(e.question) q on true
  left join answer.saved_answer a on a.account_id = viewer.account_id() and a.question_id = q.id
  left join answer.answer_revision r
    on r.account_id = a.account_id and r.answer_id = a.id and r.version = e.version and r.saved_at = e."savedAt"),
first as (
  select distinct on (answer_id, version, criterion) * from entry where answer_id is not null
  order by answer_id, version, criterion, at),
written as (
  insert into practice.assessment (answer_id, version, criterion, score, assessed_at)
  select answer_id, version, criterion, score, "assessedAt" from first
  on conflict do nothing returning answer_id, version, criterion)
select at, case when answer_id is null then 'UNKNOWN' else 'EXISTS' end as outcome, '' as detail
from entry where at not in (select at from first join written using (answer_id, version, criterion))
union all
select null, 'LIMIT_REACHED', format('A user has at most %s assessments', :perUser)
where exists (select from written) and
  (select count(*) from practice.assessment where account_id = viewer.account_id()) + (select count(*) from written) > :perUser
order by at
