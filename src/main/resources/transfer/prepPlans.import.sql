with given as (
  select e.*, g.id as guide_id, row_number() over (partition by g.id, e."createdAt" order by e.at) as place
  from json_to_recordset(cast(:entries as json)) as e
    (at int, guide json, title text, "interviewOn" date, "dailyMinutes" int, "timeZone" text, "unknownZone" boolean,
      "endsAt" timestamptz, "daysOff" json, "shortfallMinutes" int, "createdAt" timestamptz, items json)
  left join lateral viewer.find_guide(e.guide) g on true),
entry as (
  select g.*, case when guide_id is null then 'UNKNOWN'
    when place > 1 or exists (select from plan.prep_plan p where p.account_id = viewer.account_id()
      and p.guide_id = g.guide_id and p.created_at = g."createdAt") then 'EXISTS' end as skipped
  from given g),
accepted as (
  select catalogue.uuid_v7() as id, e.* from entry e where skipped is null order by at),
plans as (
  insert into plan.prep_plan (id, guide_id, title, interview_on, daily_minutes, time_zone, ends_at, days_off, shortfall_minutes, created_at)
  select id, guide_id, title, "interviewOn", "dailyMinutes", "timeZone", "endsAt",
    array(select array_position(cast('{MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY}' as text[]), day)
      from json_array_elements_text("daysOff") d (day) order by 1),
    coalesce("shortfallMinutes", 0), "createdAt"
  from accepted),
item as (
  select a.at, a.id as plan_id, e.place, i.*, q.id as question_id, i.question is not null and q.id is null as unknown
  from accepted a
  cross join lateral json_array_elements(a.items) with ordinality e (item, place)
  cross join lateral json_to_record(e.item) as i
    (kind text, question json, number int, title text, date date, minutes int, "doneAt" timestamptz, pinned boolean)
  left join lateral viewer.find_question(i.question) q on true),
items as (
  insert into plan.item (plan_id, kind, question_id, number, title, on_day, position, minutes, done_at, pinned)
  select plan_id, kind, question_id, number, title, date, place, minutes, "doneAt", coalesce(pinned, false) from item where not unknown order by at, place
  on conflict do nothing)
select at, skipped as outcome, '' as detail, 0 as place from entry where skipped is not null
union all
select at, 'UNKNOWN', '/timeZone', 0 from accepted where "unknownZone"
union all
select at, 'UNKNOWN', '/items/' || place - 1, place from item where unknown
union all
select at, 'INVALID', 'an item stands here twice', 0 from item where not unknown
group by at, kind, question_id, number having count(*) > 1
union all
select at, 'INVALID', format('a plan has at most %s items, %s of them CUSTOM', :items, :customItems), 0 from item where not unknown
group by at having count(*) > :items or count(*) filter (where kind = 'CUSTOM') > :customItems
union all
select null, 'LIMIT_REACHED', format('A user has at most %s plans', :perUser), 0
where exists (select from accepted) and
  (select count(*) from plan.prep_plan where account_id = viewer.account_id()) + (select count(*) from accepted) > :perUser
order by at, place
