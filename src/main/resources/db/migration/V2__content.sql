-- The editors' working copy: what the next publication will publish. Import is the only writer.

create schema content;

create domain content.slug as text collate "C"
  check (value ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(value) <= 100);
create domain content.name as text check (value ~ '\S' and length(value) <= 120);
create domain content.line as text check (value ~ '\S' and length(value) <= 500);
create domain content.text as text check (value ~ '\S' and length(value) <= 4000);
create domain content.long_text as text check (value ~ '\S' and length(value) <= 10000);
-- By locale, then by field; what is missing falls back to the column.
create domain content.translations as jsonb check (jsonb_typeof(value) = 'object');

create table content.family (
  slug content.slug primary key,
  name content.name not null
);

create table content.question_type (
  slug content.slug primary key,
  position int not null,
  name content.name not null,
  description content.text not null,
  translations content.translations not null default '{}'
);

create table content.criterion (
  id uuid primary key default catalogue.uuid_v7(),
  slug content.slug not null unique,
  position int not null,
  name content.name not null,
  description content.text not null,
  translations content.translations not null default '{}',
  -- SHA-256 of what was imported, to tell what changed.
  digest bytea not null
);

create table content.rating_level (
  criterion_id uuid not null references content.criterion on delete cascade,
  score int not null check (score between 1 and 5),
  label content.name not null,
  descriptor content.text not null,
  translations content.translations not null default '{}',
  primary key (criterion_id, score)
);

create function content.check_levels() returns trigger
language plpgsql as $$
declare
  checked uuid := case tg_table_name when 'criterion' then to_jsonb(new) ->> 'id'
    else coalesce(to_jsonb(new), to_jsonb(old)) ->> 'criterion_id' end;
begin
  if exists (select from content.criterion where id = checked)
    and (select count(*) from content.rating_level where criterion_id = checked) <> 5 then
    raise exception 'a criterion has exactly five levels' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger five_levels after insert on content.criterion
  deferrable initially deferred for each row execute function content.check_levels();
create constraint trigger five_levels after insert or update or delete on content.rating_level
  deferrable initially deferred for each row execute function content.check_levels();

create table content.question (
  id uuid primary key default catalogue.uuid_v7(),
  slug content.slug not null unique,
  prompt content.line not null,
  type content.slug not null references content.question_type,
  difficulty text not null check (difficulty in ('EASY', 'MEDIUM', 'HARD')),
  framework text not null check (framework in ('STAR', 'FREEFORM')),
  tags text[] not null check (cardinality(tags) <= 20),
  how_to_answer content.long_text not null,
  translations content.translations not null default '{}',
  digest bytea not null
);

create table content.sample_answer (
  question_id uuid not null references content.question on delete cascade,
  position int not null check (position between 1 and 10),
  kind text not null check (kind in ('MODEL', 'EXAMPLE')),
  body content.long_text not null,
  translations content.translations not null default '{}',
  primary key (question_id, position)
);

create table content.question_criterion (
  question_id uuid not null references content.question on delete cascade,
  position int not null check (position between 1 and 10),
  criterion_id uuid not null references content.criterion,
  primary key (question_id, position),
  unique (question_id, criterion_id)
);

create table content.guide (
  id uuid primary key default catalogue.uuid_v7(),
  slug content.slug not null unique,
  title content.name not null,
  family content.slug not null references content.family,
  seniority text not null check (seniority in ('INTERN', 'JUNIOR', 'MID', 'SENIOR', 'LEAD')),
  overview content.long_text not null,
  translations content.translations not null default '{}',
  digest bytea not null
);

create table content.guide_question_type (
  guide_id uuid not null references content.guide on delete cascade,
  position int not null check (position between 1 and 20),
  type content.slug not null references content.question_type,
  what_to_expect content.text not null,
  translations content.translations not null default '{}',
  primary key (guide_id, position),
  unique (guide_id, type)
);

-- A question may be in several guides; each orders its own.
create table content.guide_question (
  guide_id uuid not null references content.guide on delete cascade,
  position int not null check (position between 1 and 200),
  question_id uuid not null references content.question,
  primary key (guide_id, position),
  unique (guide_id, question_id)
);
create index on content.guide_question (question_id);

create table content.guide_criterion (
  guide_id uuid not null references content.guide on delete cascade,
  position int not null check (position between 1 and 20),
  criterion_id uuid not null references content.criterion,
  primary key (guide_id, position),
  unique (guide_id, criterion_id)
);

create table content.question_to_ask (
  guide_id uuid not null references content.guide on delete cascade,
  position int not null check (position between 1 and 50),
  prompt content.line not null,
  rationale content.text not null,
  translations content.translations not null default '{}',
  primary key (guide_id, position)
);

create table content.faq (
  guide_id uuid not null references content.guide on delete cascade,
  position int not null check (position between 1 and 50),
  question content.line not null,
  answer content.text not null,
  translations content.translations not null default '{}',
  primary key (guide_id, position)
);

create table content.related_guide (
  guide_id uuid not null references content.guide on delete cascade,
  position int not null check (position between 1 and 20),
  related_guide_id uuid not null references content.guide,
  primary key (guide_id, position),
  unique (guide_id, related_guide_id),
  check (related_guide_id <> guide_id)
);

-- The documents that a publication freezes.

create view content.question_document as
select q.id, json_strip_nulls(json_build_object(
  'slug', q.slug,
  'prompt', q.prompt,
  'type', q.type,
  'difficulty', q.difficulty,
  'framework', q.framework,
  'tags', q.tags,
  'howToAnswer', q.how_to_answer,
  'answers', array(
    select json_build_object('kind', a.kind, 'body', a.body, 'translations', nullif(a.translations, '{}'))
    from content.sample_answer a where a.question_id = q.id order by a.position),
  'criteria', array(
    select c.slug from content.question_criterion qc join content.criterion c on c.id = qc.criterion_id
    where qc.question_id = q.id order by qc.position),
  'translations', nullif(q.translations, '{}'))) as document
from content.question q;

create view content.guide_document as
select g.id, json_strip_nulls(json_build_object(
  'slug', g.slug,
  'title', g.title,
  'family', g.family,
  'seniority', g.seniority,
  'overview', g.overview,
  'questionTypes', array(
    select json_build_object(
      'type', t.type, 'whatToExpect', t.what_to_expect, 'translations', nullif(t.translations, '{}'))
    from content.guide_question_type t where t.guide_id = g.id order by t.position),
  'criteria', array(
    select c.slug from content.guide_criterion gc join content.criterion c on c.id = gc.criterion_id
    where gc.guide_id = g.id order by gc.position),
  'questionsToAsk', array(
    select json_build_object(
      'prompt', a.prompt, 'rationale', a.rationale, 'translations', nullif(a.translations, '{}'))
    from content.question_to_ask a where a.guide_id = g.id order by a.position),
  'faqs', array(
    select json_build_object(
      'question', f.question, 'answer', f.answer, 'translations', nullif(f.translations, '{}'))
    from content.faq f where f.guide_id = g.id order by f.position),
  'relatedGuides', array(
    select o.slug from content.related_guide r join content.guide o on o.id = r.related_guide_id
    where r.guide_id = g.id order by r.position),
  'translations', nullif(g.translations, '{}'))) as document
from content.guide g;

create view content.taxonomy_document as
select json_strip_nulls(json_build_object(
  'families', array(select json_build_object('slug', slug, 'name', name) from content.family order by slug),
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

-- A text in a locale, in its language, or untranslated.
create function content.localized(translations jsonb, locale text, field text, untranslated text) returns text
language sql immutable parallel safe as $$
  select coalesce(
    translations -> locale ->> field,
    translations -> split_part(locale, '-', 1) ->> field,
    untranslated)
$$;

-- Markdown without the marks that would only disturb an excerpt.
create function content.plain(markdown text) returns text
language sql immutable parallel safe as $$
  select regexp_replace(markdown, '[*`#]+', '', 'g')
$$;

-- What the search finds an object by, in each locale that it has text in: its name, what describes it, what is
-- around it, and samples.
create view content.search_text as
with localized as (
  select 'GUIDE' as kind, g.id, l.locale,
    content.localized(g.translations, l.locale, 'title', g.title) as a,
    content.localized(g.translations, l.locale, 'overview', g.overview) as b,
    concat_ws(E'\n',
      (select string_agg(content.localized(t.translations, l.locale, 'whatToExpect', t.what_to_expect), E'\n'
          order by t.position)
        from content.guide_question_type t where t.guide_id = g.id),
      (select string_agg(concat_ws(E'\n', content.localized(f.translations, l.locale, 'question', f.question),
          content.localized(f.translations, l.locale, 'answer', f.answer)), E'\n' order by f.position)
        from content.faq f where f.guide_id = g.id),
      (select string_agg(content.localized(k.translations, l.locale, 'prompt', k.prompt), E'\n'
          order by k.position)
        from content.question_to_ask k where k.guide_id = g.id)) as c,
    '' as d
  from content.guide g
  cross join lateral (
    select 'en' as locale union select jsonb_object_keys(g.translations)
    union select jsonb_object_keys(t.translations) from content.guide_question_type t where t.guide_id = g.id
    union select jsonb_object_keys(f.translations) from content.faq f where f.guide_id = g.id) l
  union all
  select 'QUESTION', q.id, l.locale,
    content.localized(q.translations, l.locale, 'prompt', q.prompt),
    concat_ws(E'\n', array_to_string(q.tags, ' '),
      content.localized(q.translations, l.locale, 'howToAnswer', q.how_to_answer)),
    '',
    (select string_agg(content.localized(a.translations, l.locale, 'body', a.body), E'\n' order by a.position)
      from content.sample_answer a where a.question_id = q.id)
  from content.question q
  cross join lateral (
    select 'en' as locale union select jsonb_object_keys(q.translations)
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
