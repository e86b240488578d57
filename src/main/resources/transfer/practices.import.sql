with given as (
  select e.*, q.id as question_id, row_number() over (partition by q.id order by e.at) as place
  from json_to_recordset(cast(:entries as json)) as e
    (at int, question json, practices json, stability float8, difficulty float8, "practisedAt" timestamptz, reps int, lapses int)
  left join lateral viewer.find_question(e.question) q on true),
entry as (
  select g.*, case when question_id is null then 'UNKNOWN'
    when place > 1 or exists (select from practice.card c
      where c.account_id = viewer.account_id() and c.question_id = g.question_id) then 'EXISTS' end as skipped
  from given g),
cards as (
  insert into practice.card (question_id, stability, difficulty, practised_at, reps, lapses)
  select question_id, stability, difficulty, "practisedAt", reps, lapses from entry where skipped is null
  returning question_id),
practices as (
  insert into practice.practice (question_id, number, rating, practised_at, recorded_at)
  select e.question_id, p.number, p.practice->>'rating', cast(p.practice->>'practisedAt' as timestamptz),
    cast(p.practice->>'recordedAt' as timestamptz)
  from entry e cross join lateral json_array_elements(e.practices) with ordinality p (practice, number)
  where e.skipped is null
  returning question_id)
select at, skipped as outcome, '' as detail from entry where skipped is not null
union all
select null, 'LIMIT_REACHED', format('A user practises at most %s questions', :questionsPerUser)
where exists (select from cards) and
  (select count(*) from practice.card where account_id = viewer.account_id()) + (select count(*) from cards) > :questionsPerUser
union all
select null, 'LIMIT_REACHED', format('A user has at most %s practices', :practicesPerUser)
where exists (select from practices) and
  (select count(*) from practice.practice where account_id = viewer.account_id()) + (select count(*) from practices) > :practicesPerUser
order by at
