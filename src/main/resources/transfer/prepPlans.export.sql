select cast(json_strip_nulls(json_build_object(
  'guide', g.reference, 'title', p.title, 'interviewOn', p.interview_on, 'dailyMinutes', p.daily_minutes, 'timeZone', p.time_zone,
  'daysOff', array(select (cast('{MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY}' as text[]))[day]
    from unnest(p.days_off) with ordinality d (day, place) order by place),
  'shortfallMinutes', p.shortfall_minutes, 'createdAt', viewer.export_time(p.created_at),
  'items', (
    select coalesce(json_agg(json_build_object('kind', i.kind, 'question', q.reference, 'number', i.number, 'title', i.title,
      'date', i.on_day, 'minutes', i.minutes, 'doneAt', viewer.export_time(i.done_at),
      'pinned', case when i.pinned then true end)
      order by i.on_day nulls last, i.position, i.id), '[]')
    from plan.item i left join lateral viewer.export_question(i.question_id) q on true
    where i.account_id = p.account_id and i.plan_id = p.id))) as text) as entry
from plan.prep_plan p
left join lateral viewer.export_guide(p.guide_id) g on true
where p.account_id = viewer.account_id()
order by p.created_at, p.id
