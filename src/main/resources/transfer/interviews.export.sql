select cast(json_strip_nulls(json_build_object(
  'company', i.company, 'position', i.position, 'guide', g.reference,
  'plan', (select json_build_object('createdAt', viewer.export_time(p.created_at)) from plan.prep_plan p
    where p.account_id = i.account_id and p.id = i.plan_id),
  'scheduledAt', viewer.export_time(i.scheduled_at), 'timeZone', i.time_zone, 'location', i.location, 'notes', i.notes,
  'version', i.version, 'createdAt', viewer.export_time(i.created_at), 'updatedAt', viewer.export_time(i.changed_at),
  'history', (
    select json_agg(json_build_object('stage', s.name, 'enteredAt', viewer.export_time(c.entered_at)) order by c.number)
    from interview.stage_change c join interview.stage s on s.account_id = c.account_id and s.id = c.stage_id
    where c.account_id = i.account_id and c.interview_id = i.id),
  'debrief', case when d.interview_id is not null then json_build_object(
    'savedAt', viewer.export_time(d.saved_at), 'notes', d.notes,
    'askedQuestions', (
      select coalesce(json_agg(json_build_object('question', q.reference, 'text', a.text, 'rating', a.rating, 'notes', a.notes)
        order by a.number), '[]')
      from interview.asked_question a left join lateral viewer.export_question(a.question_id) q on true
      where a.account_id = i.account_id and a.interview_id = i.id),
    'gaps', (
      select coalesce(json_agg(json_build_object('question', q.reference, 'criterion', p.criterion, 'note', p.note)
        order by p.number), '[]')
      from interview.gap p left join lateral viewer.export_question(p.question_id) q on true
      where p.account_id = i.account_id and p.interview_id = i.id)) end)) as text) as entry
from interview.interview i
left join interview.debrief d on d.account_id = i.account_id and d.interview_id = i.id
left join lateral viewer.export_guide(i.guide_id) g on true
where i.account_id = viewer.account_id()
order by i.created_at, i.id
