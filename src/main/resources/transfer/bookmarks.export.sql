select cast(json_strip_nulls(json_build_object('guide', g.reference, 'question', q.reference,
  'createdAt', viewer.export_time(b.created_at))) as text) as entry
from bookmark.bookmark b
left join lateral viewer.export_guide(b.target_id) g on b.kind = 'GUIDE'
left join lateral viewer.export_question(b.target_id) q on b.kind = 'QUESTION'
where b.account_id = viewer.account_id()
order by b.created_at, b.target_id
