-- Known stages are spelled as in the account; unknown stages are added.
with entry as (
  select e.*, row_number() over (partition by e.company, e.position, e."createdAt" order by e.at) > 1 or exists (
    select from interview.interview i where i.account_id = viewer.account_id() and i.company is not distinct from e.company
      and i.position = e.position and i.created_at = e."createdAt") as known
  from json_to_recordset(cast(:entries as json)) as e
    (at int, company text, position text, guide json, plan json, "scheduledAt" timestamptz, "scheduledOn" date, "timeZone" text,
      "unknownZone" boolean, location text, notes text, version int, "createdAt" timestamptz, "updatedAt" timestamptz,
      history json, debrief json)),
accepted as (
  select catalogue.uuid_v7() as id, e.*, g.id as guide_id, (select p.id from plan.prep_plan p where p.account_id = viewer.account_id()
    and p.created_at = cast(e.plan->>'createdAt' as timestamptz) order by p.id limit 1) as plan_id
  from entry e left join lateral viewer.find_guide(e.guide) g on true
  where not e.known order by e.at),
move as (
  select a.id, a.at, h.number, h.move->>'stage' as stage, cast(h.move->>'enteredAt' as timestamptz) as entered_at
  from accepted a cross join lateral json_array_elements(a.history) with ordinality h (move, number)),
added as (
  insert into interview.stage (name, position)
  select stage, row_number() over (order by at, number)
    + coalesce((select max(position) from interview.stage where account_id = viewer.account_id()), 0)
  from (select distinct on (lower(stage)) stage, at, number from move
    where not exists (select from interview.stage s where s.account_id = viewer.account_id() and lower(s.name) = lower(stage))
    order by lower(stage), at, number) missing
  order by at, number
  returning id, name),
stage as (
  select id, lower(name) as name from interview.stage where account_id = viewer.account_id()
  union all
  select id, lower(name) from added),
interviews as (
  insert into interview.interview (id, company, position, guide_id, plan_id, stage_id, scheduled_at, scheduled_on, time_zone,
    location, notes, version, created_at, changed_at)
  select a.id, a.company, a.position, a.guide_id, a.plan_id, s.id, a."scheduledAt", a."scheduledOn", a."timeZone",
    a.location, a.notes, a.version, a."createdAt", a."updatedAt"
  from accepted a join stage s on s.name = lower(a.history->-1->>'stage')),
moves as (
  insert into interview.stage_change (interview_id, number, stage_id, entered_at)
  select m.id, m.number, s.id, m.entered_at from move m join stage s on s.name = lower(m.stage)),
debriefed as (
  select a.id, a.at, d.* from accepted a cross join lateral json_to_record(a.debrief) as d
    ("savedAt" timestamptz, notes text, "askedQuestions" json, gaps json)
  where a.debrief is not null),
debriefs as (
  insert into interview.debrief (interview_id, notes, saved_at) select id, notes, "savedAt" from debriefed),
asked as (
  select d.id, d.at, e.number, a.*, q.id as question_id, a.question is not null and q.id is null as unknown
  from debriefed d
  cross join lateral json_array_elements(d."askedQuestions") with ordinality e (asked, number)
  cross join lateral json_to_record(e.asked) as a (question json, text text, rating int, notes text)
  left join lateral viewer.find_question(a.question) q on true),
asked_questions as (
  insert into interview.asked_question (interview_id, number, question_id, text, rating, notes)
  select id, number, question_id, case when unknown then coalesce(text, question->>'slug') else text end, rating, notes from asked),
gap as (
  select d.id, d.at, e.number, g.*, q.id as question_id, g.question is not null and q.id is null as unknown
  from debriefed d
  cross join lateral json_array_elements(d.gaps) with ordinality e (gap, number)
  cross join lateral json_to_record(e.gap) as g (question json, criterion text, note text)
  left join lateral viewer.find_question(g.question) q on true),
gaps as (
  insert into interview.gap (interview_id, number, question_id, criterion, note)
  select id, row_number() over (partition by id order by number), question_id, criterion, note from gap where not unknown)
select at, 'EXISTS' as outcome, '' as detail, 0 as part, 0 as number from entry where known
union all
select at, 'UNKNOWN', '/guide', 1, 0 from accepted where guide is not null and guide_id is null
union all
select at, 'UNKNOWN', '/plan', 2, 0 from accepted where plan is not null and plan_id is null
union all
select at, 'UNKNOWN', '/timeZone', 3, 0 from accepted where "unknownZone"
union all
select at, 'UNKNOWN', '/debrief/askedQuestions/' || number - 1 || '/question', 4, number from asked where unknown
union all
select at, 'UNKNOWN', '/debrief/gaps/' || number - 1, 5, number from gap where unknown
union all
select null, 'LIMIT_REACHED', format('A user has at most %s stages', :stagesPerUser), 0, 0
where exists (select from added) and
  (select count(*) from interview.stage where account_id = viewer.account_id()) + (select count(*) from added) > :stagesPerUser
union all
select null, 'LIMIT_REACHED', format('A user has at most %s interviews', :perUser), 0, 0
where exists (select from accepted) and
  (select count(*) from interview.interview where account_id = viewer.account_id()) + (select count(*) from accepted) > :perUser
order by at, part, number
