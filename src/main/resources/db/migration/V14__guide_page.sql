-- The whole page of a guide: what the content format has gained. Replicas of the version before go on importing and
-- publishing what they know.

-- A question without a difficulty, and a criterion without a scale.
alter table content.question alter difficulty drop not null,
  add estimated_minutes int check (estimated_minutes between 5 and 240);

create or replace function content.check_levels() returns trigger
language plpgsql as $$
declare
  checked uuid := case tg_table_name when 'criterion' then to_jsonb(new) ->> 'id'
    else coalesce(to_jsonb(new), to_jsonb(old)) ->> 'criterion_id' end;
begin
  if exists (select from content.criterion where id = checked)
    and (select count(*) from content.rating_level where criterion_id = checked) not in (0, 5) then
    raise exception 'a criterion has five levels or none' using errcode = 'check_violation';
  end if;
  return null;
end $$;

alter table content.sample_answer drop constraint sample_answer_kind_check,
  add constraint sample_answer_kind_check check (kind in ('SHORT', 'MODEL', 'EXAMPLE'));

create table content.hint (
  question_id uuid not null references content.question on delete cascade,
  position int not null check (position between 1 and 5),
  body content.text not null,
  translations content.translations not null default '{}',
  primary key (question_id, position)
);

create table content.follow_up (
  question_id uuid not null references content.question on delete cascade,
  position int not null check (position between 1 and 10),
  prompt content.line not null,
  how_to_answer content.text,
  translations content.translations not null default '{}',
  primary key (question_id, position)
);

alter table content.family add description content.text,
  add translations content.translations not null default '{}';

create domain content.url as text check (value ~ '^https?://[^\s<>"]+$' and length(value) <= 300);

alter table content.guide
  add summary text check (summary ~ '\S' and length(summary) <= 200),
  add aliases text[] not null default '{}' check (cardinality(aliases) <= 20),
  -- By locale, lists in place of the aliases.
  add alias_translations content.translations not null default '{}',
  add licence_spdx text,
  add licence_url content.url,
  add licence_attribution content.line,
  add authors text[] not null default '{}' check (cardinality(authors) <= 20),
  add reviewed_at date;

create table content.occupation (
  guide_id uuid not null references content.guide on delete cascade,
  position int not null check (position between 1 and 10),
  scheme text not null check (scheme in ('ISCO_08', 'ESCO', 'ONET_SOC')),
  code text not null check (code ~ '^[0-9]+([.-][0-9]+)*$' and length(code) <= 40),
  uri content.url,
  primary key (guide_id, position)
);

create table content.guide_section (
  guide_id uuid not null references content.guide on delete cascade,
  position int not null check (position between 1 and 5),
  kind text not null check (kind in ('TYPES', 'QUESTIONS', 'QUESTIONS_TO_ASK', 'CANDIDATE', 'FAQS')),
  title content.name not null,
  intro content.text not null,
  translations content.translations not null default '{}',
  primary key (guide_id, position),
  unique (guide_id, kind)
);

create table content.skill (
  guide_id uuid not null references content.guide on delete cascade,
  position int not null check (position between 1 and 40),
  name content.name not null,
  kind text not null check (kind in ('LANGUAGE', 'TOOL', 'CONCEPT', 'CERTIFICATION', 'SOFT')),
  why content.text,
  translations content.translations not null default '{}',
  primary key (guide_id, position)
);

create table content.process_step (
  guide_id uuid not null references content.guide on delete cascade,
  position int not null check (position between 1 and 12),
  name content.name not null,
  audience text check (audience in ('RECRUITER', 'HIRING_MANAGER', 'PEER', 'PANEL', 'EXECUTIVE', 'AUTOMATED')),
  duration_minutes int check (duration_minutes between 1 and 10080),
  what_to_expect content.text not null,
  -- Slugs of questions of the guide.
  questions text[] not null default '{}' check (cardinality(questions) <= 50),
  translations content.translations not null default '{}',
  primary key (guide_id, position)
);

alter table content.guide_criterion add why_it_matters content.text,
  add translations content.translations not null default '{}';

alter table content.question_to_ask add slug content.slug, add unique (guide_id, slug);
alter table content.faq add slug content.slug, add unique (guide_id, slug);

alter table content.related_guide add kind text not null default 'EDITORS_CHOICE'
  check (kind in ('NEXT_LEVEL', 'SAME_FAMILY', 'EDITORS_CHOICE'));

create or replace view content.question_document as
select q.id, json_strip_nulls(json_build_object(
  'slug', q.slug,
  'prompt', q.prompt,
  'type', q.type,
  'difficulty', q.difficulty,
  'estimatedMinutes', q.estimated_minutes,
  'framework', q.framework,
  'tags', q.tags,
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

-- Replicas of the version before read criteria and relatedGuides.
create or replace view content.guide_document as
select g.id, json_strip_nulls(json_build_object(
  'slug', g.slug,
  'title', g.title,
  'family', g.family,
  'seniority', g.seniority,
  'summary', g.summary,
  'overview', g.overview,
  'aliases', g.aliases,
  'aliasTranslations', nullif(g.alias_translations, '{}'),
  'occupations', array(
    select json_build_object('scheme', o.scheme, 'code', o.code, 'uri', o.uri)
    from content.occupation o where o.guide_id = g.id order by o.position),
  'licence', case when g.licence_spdx is not null then
    json_build_object('spdx', g.licence_spdx, 'url', g.licence_url, 'attribution', g.licence_attribution) end,
  'authors', g.authors,
  'reviewedAt', g.reviewed_at,
  'sections', array(
    select json_build_object(
      'kind', s.kind, 'title', s.title, 'intro', s.intro, 'translations', nullif(s.translations, '{}'))
    from content.guide_section s where s.guide_id = g.id order by s.position),
  'skills', array(
    select json_build_object(
      'name', k.name, 'kind', k.kind, 'why', k.why, 'translations', nullif(k.translations, '{}'))
    from content.skill k where k.guide_id = g.id order by k.position),
  'process', array(
    select json_build_object(
      'name', p.name, 'audience', p.audience, 'durationMinutes', p.duration_minutes,
      'whatToExpect', p.what_to_expect, 'questions', p.questions, 'translations', nullif(p.translations, '{}'))
    from content.process_step p where p.guide_id = g.id order by p.position),
  'questionTypes', array(
    select json_build_object(
      'type', t.type, 'whatToExpect', t.what_to_expect, 'translations', nullif(t.translations, '{}'))
    from content.guide_question_type t where t.guide_id = g.id order by t.position),
  'criteria', array(
    select c.slug from content.guide_criterion gc join content.criterion c on c.id = gc.criterion_id
    where gc.guide_id = g.id order by gc.position),
  'roleCriteria', array(
    select json_build_object(
      'criterion', c.slug, 'whyItMatters', gc.why_it_matters, 'translations', nullif(gc.translations, '{}'))
    from content.guide_criterion gc join content.criterion c on c.id = gc.criterion_id
    where gc.guide_id = g.id order by gc.position),
  'questionsToAsk', array(
    select json_build_object(
      'slug', a.slug, 'prompt', a.prompt, 'rationale', a.rationale,
      'translations', nullif(a.translations, '{}'))
    from content.question_to_ask a where a.guide_id = g.id order by a.position),
  'faqs', array(
    select json_build_object(
      'slug', f.slug, 'question', f.question, 'answer', f.answer, 'translations', nullif(f.translations, '{}'))
    from content.faq f where f.guide_id = g.id order by f.position),
  'relatedGuides', array(
    select o.slug from content.related_guide r join content.guide o on o.id = r.related_guide_id
    where r.guide_id = g.id order by r.position),
  'related', array(
    select json_build_object('guide', o.slug, 'kind', r.kind)
    from content.related_guide r join content.guide o on o.id = r.related_guide_id
    where r.guide_id = g.id order by r.position),
  'translations', nullif(g.translations, '{}'))) as document
from content.guide g;

-- The same text as before for a taxonomy that uses nothing new, so that it is not published again.
create or replace view content.taxonomy_document as
select json_strip_nulls(json_build_object(
  'families', array(
    select json_build_object('slug', slug, 'name', name, 'description', description,
      'translations', nullif(translations, '{}'))
    from content.family order by slug),
  'questionTypes', array(
    select json_build_object('slug', slug, 'name', name, 'description', description,
      'translations', nullif(translations, '{}'))
    from content.question_type order by position, slug),
  'criteria', array(
    select json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'description', c.description,
      'levels', array(
        select json_build_object('score', l.score, 'label', l.label, 'descriptor', l.descriptor,
          'translations', nullif(l.translations, '{}'))
        from content.rating_level l where l.criterion_id = c.id order by l.score),
      'translations', nullif(c.translations, '{}'))
    from content.criterion c order by c.position, c.slug))) as document;

-- The aliases of a guide in a locale, in its language, or untranslated; a line each.
create function content.localized_aliases(translations jsonb, locale text, untranslated text[]) returns text
language sql immutable parallel safe as $$
  select coalesce(
    (select string_agg(alias, E'\n')
      from jsonb_array_elements_text(
        coalesce(translations -> locale, translations -> split_part(locale, '-', 1))) as alias),
    array_to_string(untranslated, E'\n'))
$$;

-- What the search finds an object by, in each locale that it has text in: its names, what describes it, what is
-- around it, and samples.
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

-- The names of the families, by which published guides are found from now on.
with added as (
  select s.kind, s.id, s.locale, f.name,
    setweight(to_tsvector(catalogue.search_config(s.locale), catalogue.search_words(f.name)), 'B') as words
  from catalogue.search_document s
  join catalogue.guide g on g.id = s.id
  join content.family f on f.slug = g.family
  where s.kind = 'GUIDE'),
spelling as (
  insert into catalogue.search_word
  select distinct word from added, unnest(string_to_array(catalogue.search_words(name), ' ')) as word
  where length(word) between 3 and 40 on conflict do nothing)
update catalogue.search_document s set words = s.words || a.words, body = s.body || E'\n' || a.name
from added a where (s.kind, s.id, s.locale) = (a.kind, a.id, a.locale);

-- Last, because altering a table blocks its readers until the commit: the criteria of guides, by which they are related.
create temporary table backfill on commit drop as
select g.id, array(select json_array_elements_text(r.document -> 'criteria')) as criteria
from catalogue.guide g join catalogue.guide_revision r on (r.guide_id, r.revision) = (g.id, g.revision);

alter table catalogue.question alter difficulty drop not null;
alter table catalogue.guide add criteria text[] not null default '{}';
update catalogue.guide g set criteria = b.criteria from backfill b where b.id = g.id;
