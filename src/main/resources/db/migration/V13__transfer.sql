-- The parts that all sections of an account's export have in common: times, and references to guides and questions, published
-- or no longer published. The functions that return tables are inlined into the statements that use them.

-- A time as the export writes it: with no, three or six digits of a fraction.
create function viewer.export_time(at timestamptz) returns text
language sql stable parallel safe as $$
  select regexp_replace(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '(\.000)?000Z$', 'Z')
$$;

-- The global id of an object: see NodeId.java.
create function viewer.node_id(kind text, key uuid) returns text
language sql stable parallel safe as $$
  select translate(rtrim(encode(kind::bytea || uuid_send(key), 'base64'), '='), '+/', '-_')
$$;

create function viewer.export_question(question uuid) returns table (reference json)
language sql stable parallel safe as $$
  select json_build_object('id', viewer.node_id('Q', question), 'slug', coalesce(
    (select q.slug from catalogue.question q where q.id = question),
    (select r.document->>'slug' from catalogue.question_revision r where r.question_id = question
      order by r.revision desc limit 1)))
  where question is not null
$$;

create function viewer.export_guide(guide uuid) returns table (reference json)
language sql stable parallel safe as $$
  select json_build_object('id', viewer.node_id('G', guide), 'slug', coalesce(
    (select g.slug from catalogue.guide g where g.id = guide),
    (select r.document->>'slug' from catalogue.guide_revision r where r.guide_id = guide
      order by r.revision desc limit 1)))
  where guide is not null
$$;

-- The question with the key of a reference, published or no longer published, or else the published one with its slug.
create function viewer.find_question(reference json) returns table (id uuid, revision int)
language sql stable parallel safe as $$
  select f.id, f.revision from (
    (select r.question_id as id, r.revision, 1 as preference from catalogue.question_revision r
      where r.question_id = (reference->>'key')::uuid order by r.revision desc limit 1)
    union all
    select q.id, q.revision, 2 from catalogue.question q where q.slug = reference->>'slug') f
  order by f.preference limit 1
$$;

create function viewer.find_guide(reference json) returns table (id uuid)
language sql stable parallel safe as $$
  select f.id from (
    (select r.guide_id as id, 1 as preference from catalogue.guide_revision r
      where r.guide_id = (reference->>'key')::uuid limit 1)
    union all
    select g.id, 2 from catalogue.guide g where g.slug = reference->>'slug') f
  order by f.preference limit 1
$$;
