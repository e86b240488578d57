select cast(json_strip_nulls(json_build_object(
  'guide', g.reference, 'minutesEach', s.minutes_each, 'startedAt', viewer.export_time(s.started_at),
  'finishedAt', viewer.export_time(s.finished_at),
  'questions', (
    select json_agg(json_build_object('question', q.reference, 'answer', case when a.body is not null
      then json_build_object('body', a.body, 'version', a.version, 'answeredAt', viewer.export_time(a.answered_at), 'late', a.late) end)
      order by a.position)
    from practice.session_question a left join lateral viewer.export_question(a.question_id) q on true
    where a.account_id = s.account_id and a.session_id = s.id))) as text) as entry
from practice.session s
left join lateral viewer.export_guide(s.guide_id) g on true
where s.account_id = viewer.account_id()
order by s.started_at, s.id
