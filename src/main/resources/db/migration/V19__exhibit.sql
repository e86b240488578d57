-- What the prompt of a question refers to: code, a log, a table of figures. Replicas of the version before go on importing and
-- publishing content without exhibits.
alter table content.question add exhibit content.text;

create or replace view content.question_document as
select q.id, json_strip_nulls(json_build_object(
  'slug', q.slug,
  'prompt', q.prompt,
  'type', q.type,
  'difficulty', q.difficulty,
  'estimatedMinutes', q.estimated_minutes,
  'framework', q.framework,
  'tags', q.tags,
  'exhibit', q.exhibit,
  'howToAnswer', q.how_to_answer,
  'hints', array(
    select json_build_object('body', h.body, 'translations', nullif(h.translations, '{}'))
    from content.hint h where h.question_id = q.id order by h.position),
  'followUps', array(
    select json_build_object(
      'prompt', f.prompt, 'howToAnswer', f.how_to_answer, 'translations', nullif(f.translations, '{}'))
    from content.follow_up f where f.question_id = q.id order by f.position),
  'answers', array(
    select json_build_object('kind', a.kind, 'body', a.body, 'translations', nullif(a.translations, '{}'))
    from content.sample_answer a where a.question_id = q.id order by a.position),
  'criteria', array(
    select c.slug from content.question_criterion qc join content.criterion c on c.id = qc.criterion_id
    where qc.question_id = q.id order by qc.position),
  'translations', nullif(q.translations, '{}'))) as document
from content.question q;

create or replace view content.search_text as
with localized as (
  select 'GUIDE' as kind, g.id, l.locale,
    concat_ws(E'\n', content.localized(g.translations, l.locale, 'title', g.title),
      nullif(content.localized_aliases(g.alias_translations, l.locale, g.aliases), '')) as a,
    concat_ws(E'\n', content.localized(g.translations, l.locale, 'summary', g.summary),
      content.localized(g.translations, l.locale, 'overview', g.overview),
      (select content.localized(f.translations, l.locale, 'name', f.name)
        from content.family f where f.slug = g.family)) as b,
    concat_ws(E'\n',
      (select string_agg(content.localized(t.translations, l.locale, 'whatToExpect', t.what_to_expect), E'\n'
          order by t.position)
        from content.guide_question_type t where t.guide_id = g.id),
      (select string_agg(concat_ws(E'\n', content.localized(f.translations, l.locale, 'question', f.question),
          content.localized(f.translations, l.locale, 'answer', f.answer)), E'\n' order by f.position)
        from content.faq f where f.guide_id = g.id),
      (select string_agg(content.localized(k.translations, l.locale, 'prompt', k.prompt), E'\n'
          order by k.position)
        from content.question_to_ask k where k.guide_id = g.id),
      (select string_agg(concat_ws(E'\n', content.localized(s.translations, l.locale, 'name', s.name),
          content.localized(s.translations, l.locale, 'why', s.why)), E'\n' order by s.position)
        from content.skill s where s.guide_id = g.id),
      (select string_agg(concat_ws(E'\n', content.localized(p.translations, l.locale, 'name', p.name),
          content.localized(p.translations, l.locale, 'whatToExpect', p.what_to_expect)), E'\n'
          order by p.position)
        from content.process_step p where p.guide_id = g.id)) as c,
    '' as d
  from content.guide g
  cross join lateral (
    select 'en' as locale union select jsonb_object_keys(g.translations)
    union select jsonb_object_keys(g.alias_translations)
    union select jsonb_object_keys(t.translations) from content.guide_question_type t where t.guide_id = g.id
    union select jsonb_object_keys(f.translations) from content.faq f where f.guide_id = g.id
    union select jsonb_object_keys(s.translations) from content.skill s where s.guide_id = g.id
    union select jsonb_object_keys(p.translations) from content.process_step p where p.guide_id = g.id) l
  union all
  select 'QUESTION', q.id, l.locale,
    content.localized(q.translations, l.locale, 'prompt', q.prompt),
    concat_ws(E'\n', array_to_string(q.tags, ' '),
      content.localized(q.translations, l.locale, 'exhibit', q.exhibit),
      content.localized(q.translations, l.locale, 'howToAnswer', q.how_to_answer)),
    (select string_agg(concat_ws(E'\n', content.localized(f.translations, l.locale, 'prompt', f.prompt),
        content.localized(f.translations, l.locale, 'howToAnswer', f.how_to_answer)), E'\n' order by f.position)
      from content.follow_up f where f.question_id = q.id),
    (select string_agg(content.localized(a.translations, l.locale, 'body', a.body), E'\n' order by a.position)
      from content.sample_answer a where a.question_id = q.id)
  from content.question q
  cross join lateral (
    select 'en' as locale union select jsonb_object_keys(q.translations)
    union select jsonb_object_keys(f.translations) from content.follow_up f where f.question_id = q.id
    union select jsonb_object_keys(a.translations) from content.sample_answer a where a.question_id = q.id) l
  union all
  select 'CRITERION', c.id, l.locale,
    content.localized(c.translations, l.locale, 'name', c.name),
    content.localized(c.translations, l.locale, 'description', c.description),
    (select string_agg(content.localized(r.translations, l.locale, 'descriptor', r.descriptor), E'\n'
        order by r.score)
      from content.rating_level r where r.criterion_id = c.id),
    ''
  from content.criterion c
  cross join lateral (
    select 'en' as locale union select jsonb_object_keys(c.translations)
    union select jsonb_object_keys(r.translations) from content.rating_level r where r.criterion_id = c.id) l
)
select kind, id, locale, content.plain(a) as a, content.plain(b) as b, content.plain(c) as c,
  content.plain(d) as d
from localized;

create or replace function catalogue.text_fields() returns text[]
language sql immutable parallel safe as $$
  select '{title,summary,overview,intro,name,why,whyItMatters,whatToExpect,prompt,rationale,question,answer,exhibit,howToAnswer,
    body,label,descriptor,description}'::text[]
$$;

create or replace function catalogue.text_count(document jsonb) returns int
language sql immutable parallel safe as $$
  select count(*)::int from jsonb_path_query(document, 'strict $.** ? (@.type() == "object").keyvalue()
    ? (@.value.type() == "string" && @.key == $fields[*])', jsonb_build_object('fields', catalogue.text_fields()))
$$;
