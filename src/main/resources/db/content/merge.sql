-- Merges the staged items of a pack into the working copy; returns the number of new or changed ones.
analyze staged;

-- Drops unchanged items.
with known as (
  select 'GUIDE' as kind, slug::text, digest from content.guide
  union all select 'QUESTION', slug, digest from content.question
  union all select 'CRITERION', slug, digest from content.criterion)
delete from staged s using known k where k.kind = s.kind and k.slug = s.slug and k.digest = s.digest;

-- Referenced rows come first.
insert into content.family (slug, name, description, translations)
select slug, document ->> 'name', document ->> 'description', coalesce(document -> 'translations', '{}')
from staged where kind = 'FAMILY'
on conflict (slug) do update set name = excluded.name, description = excluded.description,
  translations = excluded.translations
where (family.name, family.description, family.translations)
  is distinct from (excluded.name, excluded.description, excluded.translations);

insert into content.question_type (slug, position, name, description, translations)
select slug, position, document ->> 'name', document ->> 'description',
  coalesce(document -> 'translations', '{}')
from staged where kind = 'QUESTION_TYPE'
on conflict (slug) do update set position = excluded.position, name = excluded.name,
  description = excluded.description, translations = excluded.translations
where (question_type.position, question_type.name, question_type.description, question_type.translations)
  is distinct from (excluded.position, excluded.name, excluded.description, excluded.translations);

insert into content.criterion (slug, position, name, description, translations, digest)
select slug, position, document ->> 'name', document ->> 'description',
  coalesce(document -> 'translations', '{}'), digest
from staged where kind = 'CRITERION'
on conflict (slug) do update set position = excluded.position, name = excluded.name,
  description = excluded.description, translations = excluded.translations, digest = excluded.digest;

insert into content.question (slug, prompt, type, difficulty, estimated_minutes, framework, tags, exhibit,
  how_to_answer, translations, digest)
select slug, document ->> 'prompt', document ->> 'type', document ->> 'difficulty',
  (document ->> 'estimatedMinutes')::int, coalesce(document ->> 'framework', 'FREEFORM'),
  array(select jsonb_array_elements_text(coalesce(document -> 'tags', '[]'))),
  document ->> 'exhibit', document ->> 'howToAnswer', coalesce(document -> 'translations', '{}'), digest
from staged where kind = 'QUESTION'
on conflict (slug) do update set prompt = excluded.prompt, type = excluded.type,
  difficulty = excluded.difficulty, estimated_minutes = excluded.estimated_minutes, framework = excluded.framework, tags = excluded.tags,
  exhibit = excluded.exhibit, how_to_answer = excluded.how_to_answer, translations = excluded.translations, digest = excluded.digest;

insert into content.guide (slug, title, family, seniority, summary, overview, aliases, alias_translations,
  licence_spdx, licence_url, licence_attribution, authors, reviewed_at, published, translations, digest)
select slug, document ->> 'title', document ->> 'family', document ->> 'seniority', document ->> 'summary',
  document ->> 'overview',
  array(select jsonb_array_elements_text(coalesce(document -> 'aliases', '[]'))),
  coalesce(
    (select jsonb_object_agg(key, value -> 'aliases') from jsonb_each(document -> 'translations')
      where value ? 'aliases'), '{}'),
  document #>> '{licence,spdx}', document #>> '{licence,url}', document #>> '{licence,attribution}',
  array(select jsonb_array_elements_text(coalesce(document -> 'authors', '[]'))),
  (document ->> 'reviewedAt')::date, coalesce((document ->> 'published')::boolean, true),
  coalesce(
    (select jsonb_object_agg(key, value - 'aliases') from jsonb_each(document -> 'translations')
      where value - 'aliases' <> '{}'), '{}'),
  digest
from staged where kind = 'GUIDE'
on conflict (slug) do update set title = excluded.title, family = excluded.family,
  seniority = excluded.seniority, summary = excluded.summary, overview = excluded.overview,
  aliases = excluded.aliases, alias_translations = excluded.alias_translations,
  licence_spdx = excluded.licence_spdx, licence_url = excluded.licence_url,
  licence_attribution = excluded.licence_attribution, authors = excluded.authors,
  reviewed_at = excluded.reviewed_at, published = excluded.published, translations = excluded.translations, digest = excluded.digest;

update staged s set id = c.id from content.criterion c where s.kind = 'CRITERION' and c.slug = s.slug;

update staged s set id = q.id from content.question q where s.kind = 'QUESTION' and q.slug = s.slug;

update staged s set id = g.id from content.guide g where s.kind = 'GUIDE' and g.slug = s.slug;

analyze staged;

delete from content.rating_level where criterion_id in (select id from staged);
insert into content.rating_level (criterion_id, score, label, descriptor, translations)
select s.id, (e.value ->> 'score')::int, e.value ->> 'label', e.value ->> 'descriptor',
  coalesce(e.value -> 'translations', '{}')
from staged s, jsonb_array_elements(s.document -> 'levels') e where s.kind = 'CRITERION';

delete from content.hint where question_id in (select id from staged);
insert into content.hint (question_id, position, body, translations)
select s.id, e.ordinality, e.value ->> 'body', coalesce(e.value -> 'translations', '{}')
from staged s, jsonb_array_elements(s.document -> 'hints') with ordinality e where s.kind = 'QUESTION';

delete from content.follow_up where question_id in (select id from staged);
insert into content.follow_up (question_id, position, prompt, how_to_answer, translations)
select s.id, e.ordinality, e.value ->> 'prompt', e.value ->> 'howToAnswer',
  coalesce(e.value -> 'translations', '{}')
from staged s, jsonb_array_elements(s.document -> 'followUps') with ordinality e where s.kind = 'QUESTION';

delete from content.sample_answer where question_id in (select id from staged);
insert into content.sample_answer (question_id, position, kind, body, translations)
select s.id, e.ordinality, e.value ->> 'kind', e.value ->> 'body',
  coalesce(e.value -> 'translations', '{}')
from staged s, jsonb_array_elements(s.document -> 'answers') with ordinality e where s.kind = 'QUESTION';

delete from content.question_criterion where question_id in (select id from staged);
insert into content.question_criterion (question_id, position, criterion_id)
select s.id, e.ordinality, c.id
from staged s, jsonb_array_elements_text(s.document -> 'criteria') with ordinality e (slug, ordinality)
join content.criterion c on c.slug = e.slug where s.kind = 'QUESTION';

delete from content.occupation where guide_id in (select id from staged);
insert into content.occupation (guide_id, position, scheme, code, uri)
select s.id, e.ordinality, e.value ->> 'scheme', e.value ->> 'code', e.value ->> 'uri'
from staged s, jsonb_array_elements(s.document -> 'occupations') with ordinality e where s.kind = 'GUIDE';

delete from content.guide_section where guide_id in (select id from staged);
insert into content.guide_section (guide_id, position, kind, title, intro, translations)
select s.id, e.ordinality, e.value ->> 'kind', e.value ->> 'title', e.value ->> 'intro',
  coalesce(e.value -> 'translations', '{}')
from staged s, jsonb_array_elements(s.document -> 'sections') with ordinality e where s.kind = 'GUIDE';

delete from content.skill where guide_id in (select id from staged);
insert into content.skill (guide_id, position, name, kind, why, translations)
select s.id, e.ordinality, e.value ->> 'name', e.value ->> 'kind', e.value ->> 'why',
  coalesce(e.value -> 'translations', '{}')
from staged s, jsonb_array_elements(s.document -> 'skills') with ordinality e where s.kind = 'GUIDE';

delete from content.process_step where guide_id in (select id from staged);
insert into content.process_step (guide_id, position, name, audience, duration_minutes, what_to_expect, questions,
  translations)
select s.id, e.ordinality, e.value ->> 'name', e.value ->> 'audience', (e.value ->> 'durationMinutes')::int,
  e.value ->> 'whatToExpect', array(select jsonb_array_elements_text(coalesce(e.value -> 'questions', '[]'))),
  coalesce(e.value -> 'translations', '{}')
from staged s, jsonb_array_elements(s.document #> '{process,steps}') with ordinality e where s.kind = 'GUIDE';

delete from content.guide_question_type where guide_id in (select id from staged);
insert into content.guide_question_type (guide_id, position, type, what_to_expect, translations)
select s.id, e.ordinality, e.value ->> 'type', e.value ->> 'whatToExpect',
  coalesce(e.value -> 'translations', '{}')
from staged s, jsonb_array_elements(s.document -> 'questionTypes') with ordinality e
where s.kind = 'GUIDE';

delete from content.guide_question where guide_id in (select id from staged);
insert into content.guide_question (guide_id, position, question_id)
select s.id, e.ordinality, q.id
from staged s, jsonb_array_elements_text(s.document -> 'questions') with ordinality e (slug, ordinality)
join content.question q on q.slug = e.slug where s.kind = 'GUIDE';

delete from content.guide_criterion where guide_id in (select id from staged);
insert into content.guide_criterion (guide_id, position, criterion_id, why_it_matters, translations)
select s.id, e.ordinality, c.id, e.value ->> 'whyItMatters', coalesce(e.value -> 'translations', '{}')
from staged s, jsonb_array_elements(s.document -> 'criteria') with ordinality e
join content.criterion c on c.slug = coalesce(e.value ->> 'criterion', e.value #>> '{}')
where s.kind = 'GUIDE';

delete from content.question_to_ask where guide_id in (select id from staged);
insert into content.question_to_ask (guide_id, position, slug, prompt, rationale, translations)
select s.id, e.ordinality, e.value ->> 'slug', e.value ->> 'prompt', e.value ->> 'rationale',
  coalesce(e.value -> 'translations', '{}')
from staged s, jsonb_array_elements(s.document -> 'questionsToAsk') with ordinality e
where s.kind = 'GUIDE';

delete from content.faq where guide_id in (select id from staged);
insert into content.faq (guide_id, position, slug, question, answer, translations)
select s.id, e.ordinality, e.value ->> 'slug', e.value ->> 'question', e.value ->> 'answer',
  coalesce(e.value -> 'translations', '{}')
from staged s, jsonb_array_elements(s.document -> 'faqs') with ordinality e where s.kind = 'GUIDE';

delete from content.related_guide where guide_id in (select id from staged);
insert into content.related_guide (guide_id, position, related_guide_id, kind)
select s.id, e.ordinality, g.id, coalesce(e.value ->> 'kind', 'EDITORS_CHOICE')
from staged s, jsonb_array_elements(s.document -> 'relatedGuides') with ordinality e
join content.guide g on g.slug = coalesce(e.value ->> 'guide', e.value #>> '{}')
where s.kind = 'GUIDE';

set constraints all immediate;

select count(*) as changed from staged where kind in ('GUIDE', 'QUESTION', 'CRITERION');
