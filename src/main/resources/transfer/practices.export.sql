select cast(json_build_object('question', q.reference, 'practices', p.practices) as text) as entry
from (
  select question_id, json_agg(json_build_object('rating', rating, 'practisedAt', viewer.export_time(practised_at),
    'recordedAt', viewer.export_time(recorded_at)) order by practised_at, number) as practices
  from practice.practice where account_id = viewer.account_id() group by question_id) p
left join lateral viewer.export_question(p.question_id) q on true
order by p.question_id
