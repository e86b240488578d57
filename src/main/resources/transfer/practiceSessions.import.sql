with given as (
  select e.*, g.id as guide_id
  from json_to_recordset(cast(:entries as json)) as e
    (at int, guide json, "minutesEach" int, "startedAt" timestamptz, "finishedAt" timestamptz, questions json)
  left join lateral viewer.find_guide(e.guide) g on true),
asked as (
  select g.at, e.place, q.id as question_id, a.*
  from given g
  cross join lateral json_array_elements(g.questions) with ordinality e (asked, place)
  cross join lateral json_to_record(coalesce(e.asked->'answer', '{}')) as a
    (body text, version int, "answeredAt" timestamptz, late boolean)
  left join lateral viewer.find_question(e.asked->'question') q on true),
known as (
  select g.*, row_number() over (partition by guide_id, "startedAt" order by at) as place from given g
  where guide_id is not null and not exists (select from asked a where a.at = g.at and a.question_id is null)),
accepted as (
  select catalogue.uuid_v7() as id, k.* from known k
  where place = 1 and not exists (select from practice.session s where s.account_id = viewer.account_id()
    and s.guide_id = k.guide_id and s.started_at = k."startedAt")
  order by at),
sessions as (
  insert into practice.session (id, guide_id, minutes_each, started_at, finished_at)
  select id, guide_id, "minutesEach", "startedAt", case when "finishedAt" is not null then greatest("startedAt", "finishedAt") end
  from accepted),
questions as (
  insert into practice.session_question (session_id, position, question_id, body, version, answered_at, late)
  select a.id, q.place, q.question_id, q.body, coalesce(q.version, 0), q."answeredAt", coalesce(q.late, false)
  from accepted a join asked q on q.at = a.at
  on conflict do nothing)
select at, case when at in (select at from known) then 'EXISTS' else 'UNKNOWN' end as outcome, '' as detail
from given where at not in (select at from accepted)
union all
select at, 'INVALID', 'a question stands in a session twice' from accepted join asked using (at)
group by at, question_id having count(*) > 1
union all
select null, 'LIMIT_REACHED', format('A user has at most %s sessions', :perUser)
where exists (select from accepted) and
  (select count(*) from practice.session where account_id = viewer.account_id()) + (select count(*) from accepted) > :perUser
order by at
