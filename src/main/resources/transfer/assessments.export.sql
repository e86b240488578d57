select cast(json_build_object('question', q.reference, 'version', r.version, 'savedAt', viewer.export_time(r.saved_at),
  'criterion', a.criterion, 'score', a.score, 'assessedAt', viewer.export_time(a.assessed_at)) as text) as entry
from practice.assessment a
join answer.answer_revision r on r.account_id = a.account_id and r.answer_id = a.answer_id and r.version = a.version
join answer.saved_answer p on p.account_id = a.account_id and p.id = a.answer_id
left join lateral viewer.export_question(p.question_id) q on true
where a.account_id = viewer.account_id()
order by p.created_at, a.answer_id, a.version, a.criterion
