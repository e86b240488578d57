-- An answer with a long history is split across several statements; all but the first have continued = true.
with given as (
  select e.at, q.id as question_id, q.revision as newest, e.version, e."createdAt", e.revisions, coalesce(e.continued, false) as continued,
    row_number() over (partition by q.id order by e.at) as place
  from json_to_recordset(cast(:entries as json)) as e
    (at int, question json, "createdAt" timestamptz, version int, revisions json, continued boolean)
  left join lateral viewer.find_question(e.question) q on true),
entry as (
  select g.*, a.id as answer_id, case when g.question_id is null then 'UNKNOWN'
    when g.place > 1 or a.id is not null and not g.continued then 'EXISTS' end as skipped
  from given g left join answer.saved_answer a on a.account_id = viewer.account_id() and a.question_id = g.question_id),
answers as (
  insert into answer.saved_answer (question_id, version, created_at)
  select question_id, version, "createdAt" from entry where skipped is null and not continued order by at
  returning id, question_id),
revisions as (
  insert into answer.answer_revision
    (answer_id, version, question_revision, status, saved_at, body, situation, task, action, result)
  select coalesce(e.answer_id, a.id), r.version, least(r."questionRevision", e.newest), r.status, r."savedAt", r.body,
    r.star->>'situation', r.star->>'task', r.star->>'action', r.star->>'result'
  from entry e
  left join answers a on a.question_id = e.question_id
  cross join lateral json_to_recordset(e.revisions) as r
    (version int, "questionRevision" int, status text, "savedAt" timestamptz, body text, star json)
  where e.skipped is null)
select at, skipped as outcome, '' as detail from entry where skipped is not null
union all
select null, 'LIMIT_REACHED', format('A user has at most %s saved answers', :perUser)
where exists (select from answers) and
  (select count(*) from answer.saved_answer where account_id = viewer.account_id()) + (select count(*) from answers) > :perUser
order by at
