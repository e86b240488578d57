-- One row per revision, because an answer may have megabytes of them: the first begins the entry, the last ends it.
select case when place = 1
    then '{"question":' || q.reference || ',"createdAt":"' || viewer.export_time(created_at) || '","revisions":['
    else ',' end
  || json_strip_nulls(json_build_object('version', version, 'questionRevision', question_revision, 'status', status,
    'savedAt', viewer.export_time(saved_at), 'body', body, 'star', case when body is null
      then json_build_object('situation', situation, 'task', task, 'action', action, 'result', result) end))
  || case when place = revisions then ']}' else '' end as entry
from (
  select a.id, a.question_id, a.created_at, r.version,
    r.question_revision, r.status, r.saved_at, r.body, r.situation, r.task, r.action, r.result,
    row_number() over (partition by a.created_at, a.id order by r.version) as place,
    count(*) over (partition by a.created_at, a.id) as revisions
  from answer.saved_answer a
  join answer.answer_revision r on r.account_id = a.account_id and r.answer_id = a.id
  where a.account_id = viewer.account_id()) r
left join lateral viewer.export_question(question_id) q on true
order by created_at, id, version
