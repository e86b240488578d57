-- Merges the staged items of a pack into the working copy; returns the number of new or changed ones.
analyze staged;

-- Drops unchanged items.
with known as (
  select 'GUIDE' as kind, slug::text, digest from content.guide
  union all select 'QUESTION', slug, digest from content.question
  union all select 'CRITERION', slug, digest from content.criterion)
delete from staged s using known k where k.kind = s.kind and k.slug = s.slug and k.digest = s.digest;

-- Referenced rows come first.
insert into content.family (slug, name)
select slug, document ->> 'name' from staged where kind = 'FAMILY'
on conflict (slug) do update set name = excluded.name where family.name <> excluded.name;

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

insert into content.question (slug, prompt, type, difficulty, framework, tags, how_to_answer, translations,
  digest)
select slug, document ->> 'prompt', document ->> 'type', document ->> 'difficulty',
  coalesce(document ->> 'framework', 'FREEFORM'),
  array(select jsonb_array_elements_text(coalesce(document -> 'tags', '[]'))),
  document ->> 'howToAnswer', coalesce(document -> 'translations', '{}'), digest
from staged where kind = 'QUESTION'
on conflict (slug) do update set prompt = excluded.prompt, type = excluded.type,
  difficulty = excluded.difficulty, framework = excluded.framework, tags = excluded.tags,
  how_to_answer = excluded.how_to_answer, translations = excluded.translations, digest = excluded.digest;

insert into content.guide (slug, title, family, seniority, overview, translations, digest)
select slug, document ->> 'title', document ->> 'family', document ->> 'seniority',
  document ->> 'overview', coalesce(document -> 'translations', '{}'), digest
from staged where kind = 'GUIDE'
on conflict (slug) do update set title = excluded.title, family = excluded.family,
  seniority = excluded.seniority, overview = excluded.overview, translations = excluded.translations,
  digest = excluded.digest;

update staged s set id = c.id from content.criterion c where s.kind = 'CRITERION' and c.slug = s.slug;

update staged s set id = q.id from content.question q where s.kind = 'QUESTION' and q.slug = s.slug;

update staged s set id = g.id from content.guide g where s.kind = 'GUIDE' and g.slug = s.slug;

analyze staged;

delete from content.rating_level where criterion_id in (select id from staged);
insert into content.rating_level (criterion_id, score, label, descriptor, translations)
select s.id, (e.value ->> 'score')::int, e.value ->> 'label', e.value ->> 'descriptor',
  coalesce(e.value -> 'translations', '{}')
from staged s, jsonb_array_elements(s.document -> 'levels') e where s.kind = 'CRITERION';

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
insert into content.guide_criterion (guide_id, position, criterion_id)
select s.id, e.ordinality, c.id
from staged s, jsonb_array_elements_text(s.document -> 'criteria') with ordinality e (slug, ordinality)
join content.criterion c on c.slug = e.slug where s.kind = 'GUIDE';

delete from content.question_to_ask where guide_id in (select id from staged);
insert into content.question_to_ask (guide_id, position, prompt, rationale, translations)
select s.id, e.ordinality, e.value ->> 'prompt', e.value ->> 'rationale',
  coalesce(e.value -> 'translations', '{}')
from staged s, jsonb_array_elements(s.document -> 'questionsToAsk') with ordinality e
where s.kind = 'GUIDE';

delete from content.faq where guide_id in (select id from staged);
insert into content.faq (guide_id, position, question, answer, translations)
select s.id, e.ordinality, e.value ->> 'question', e.value ->> 'answer',
  coalesce(e.value -> 'translations', '{}')
from staged s, jsonb_array_elements(s.document -> 'faqs') with ordinality e where s.kind = 'GUIDE';

delete from content.related_guide where guide_id in (select id from staged);
insert into content.related_guide (guide_id, position, related_guide_id)
select s.id, e.ordinality, g.id
from staged s, jsonb_array_elements_text(s.document -> 'relatedGuides') with ordinality e (slug, ordinality)
join content.guide g on g.slug = e.slug where s.kind = 'GUIDE';

set constraints all immediate;

select count(*) as changed from staged where kind in ('GUIDE', 'QUESTION', 'CRITERION');
