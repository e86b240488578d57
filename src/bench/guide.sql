-- The baseline of the cold benchmark: the same guide in one statement.
select g.id, g.revision, p.published_at, r.document,
  (select json_agg(qr.document order by gq.position)
   from catalogue.guide_question gq
   join catalogue.question q on q.id = gq.question_id
   join catalogue.question_revision qr on qr.question_id = q.id and qr.revision = q.revision
   where gq.guide_id = g.id) as questions,
  (select document from catalogue.taxonomy_revision order by publication desc limit 1) as taxonomy
from catalogue.guide g
join catalogue.guide_revision r on r.guide_id = g.id and r.revision = g.revision
join catalogue.publication p on p.revision = r.publication
where g.slug = 'backend-developer-intern';
