-- The localizations of published objects: the digest of their content in each language, and the time and revision of its last
-- change. A page consists of parts (documents); its digest is computed from theirs.

-- A document in a locale, as Languages.java resolves it: its own text, that of its language, the untranslated one.
-- Without the untranslated texts where only translations are asked for.
create function catalogue.localized(document jsonb, locale text, translated_only boolean default false) returns jsonb
language plpgsql immutable parallel safe as $$
declare
  translations jsonb;
begin
  if jsonb_typeof(document) = 'array' then
    return (select coalesce(jsonb_agg(
        case when jsonb_typeof(value) in ('object', 'array') then catalogue.localized(value, locale, translated_only)
          else value end order by ordinality), '[]')
      from jsonb_array_elements(document) with ordinality);
  end if;
  translations := coalesce(document -> 'translations', '{}');
  document := document - 'translations';
  if translated_only then
    document := document - catalogue.text_fields();
  end if;
  document := document || coalesce(translations - 'en' -> split_part(locale, '-', 1), '{}')
    || coalesce(translations - 'en' -> locale, '{}');
  return (select coalesce(jsonb_object_agg(key,
      case when jsonb_typeof(value) in ('object', 'array') then catalogue.localized(value, locale, translated_only)
        else value end), '{}')
    from jsonb_each(document));
end $$;

-- The fields of documents that are texts in a language.
create function catalogue.text_fields() returns text[]
language sql immutable parallel safe as $$
  select '{title,summary,overview,intro,name,why,whyItMatters,whatToExpect,prompt,rationale,question,answer,howToAnswer,body,
    label,descriptor,description}'::text[]
$$;

create function catalogue.text_count(document jsonb) returns int
language sql immutable parallel safe as $$
  select count(*)::int from jsonb_path_query(document, 'strict $.** ? (@.type() == "object").keyvalue()
    ? (@.value.type() == "string"
      && @.key like_regex "^(title|summary|overview|intro|name|why|whyItMatters|whatToExpect|prompt|rationale|question|answer|howToAnswer|body|label|descriptor|description)$")')
$$;

-- A guide's document in one form, whichever version wrote it: without lists that repeat others or are empty, the aliases
-- among the translations.
create function catalogue.guide_text(guide jsonb) returns jsonb
language sql immutable parallel safe as $$
  select jsonb_object_agg(key, value)
  from jsonb_each(guide - '{criteria,relatedGuides,aliasTranslations,translations}'::text[] || jsonb_build_object(
    'roleCriteria', coalesce(guide -> 'roleCriteria',
      (select jsonb_agg(jsonb_build_object('criterion', c)) from jsonb_array_elements(guide -> 'criteria') as c)),
    'related', coalesce(guide -> 'related',
      (select jsonb_agg(jsonb_build_object('guide', g, 'kind', 'EDITORS_CHOICE'))
        from jsonb_array_elements(guide -> 'relatedGuides') as g)),
    'translations', (
      select jsonb_object_agg(locale, coalesce(guide -> 'translations' -> locale, '{}') || case
        when guide -> 'aliasTranslations' ? locale
          then jsonb_build_object('aliases', guide -> 'aliasTranslations' -> locale) else '{}' end)
      from (
        select jsonb_object_keys(guide -> 'translations') as locale
        union select jsonb_object_keys(guide -> 'aliasTranslations')) as locales)))
  where value not in ('[]', 'null')
$$;

-- The localizations of a document: the untranslated one, and one for each locale that it has text in.
create function catalogue.localizations(document jsonb, out locale text, out digest bytea, out texts int, out translated int)
returns setof record
language plpgsql immutable parallel safe as $$
declare
  resolved jsonb;
begin
  if strpos(document::text, '"translations"') = 0 then
    return query select 'en', sha256(convert_to(document::text, 'UTF8')), t, t from catalogue.text_count(document) as t;
    return;
  end if;
  for locale in
    select 'en' union select jsonb_path_query(document, 'lax $.**.translations.keyvalue().key') #>> '{}'
  loop
    resolved := catalogue.localized(document, locale);
    digest := sha256(convert_to(resolved::text, 'UTF8'));
    texts := catalogue.text_count(resolved);
    translated := case when split_part(locale, '-', 1) = 'en' then texts
      else catalogue.text_count(catalogue.localized(document, locale, true)) end;
    return next;
  end loop;
end $$;

-- The documents that pages consist of, by locale; 'en' stands for the untranslated texts and always exists.
create table catalogue.part (
  -- GUIDE or QUESTION with an id, or CRITERION, QUESTION_TYPE or FAMILY with a slug.
  object text collate "C" not null,
  locale text collate "C" not null,
  -- SHA-256 of the imported document, or of the taxonomy's.
  source bytea not null,
  -- SHA-256 of the texts as they are resolved in the locale.
  digest bytea not null,
  texts int not null,
  translated int not null,
  -- Other parts that a page with this part shows, in its order.
  uses text[] collate "C" not null,
  primary key (object, locale)
);

-- The order of a page's parts is part of its content.
create function catalogue.part_digest(localization bytea, uses text[]) returns bytea
language sql immutable parallel safe as $$
  select sha256(localization || convert_to(array_to_string(uses, ' '), 'UTF8'))
$$;

create function catalogue.taxonomy_parts(taxonomy jsonb) returns table (object text, document jsonb)
language sql immutable parallel safe as $$
  select kind || ' ' || (value ->> 'slug'), value - 'id'
  from (values ('FAMILY', 'families'), ('QUESTION_TYPE', 'questionTypes'), ('CRITERION', 'criteria')) as kinds (kind, field),
    jsonb_path_query(taxonomy, ('$.' || field || '[*]')::jsonpath) as value
$$;

-- The parts of the taxonomy that a guide shows of itself.
create function catalogue.guide_uses(guide jsonb) returns text[]
language sql immutable parallel safe as $$
  select array['FAMILY ' || (guide ->> 'family')]
    || array(select 'QUESTION_TYPE ' || (t #>> '{}') from jsonb_path_query(guide, '$.questionTypes[*].type') as t)
    || array(select 'CRITERION ' || (c #>> '{}') from jsonb_path_query(guide, '$.criteria[*]') as c)
$$;

-- A published object in a language; rows of withdrawn objects stay.
create table catalogue.localization (
  kind text collate "C" not null check (kind in ('GUIDE', 'QUESTION', 'CRITERION')),
  id uuid not null,
  locale text collate "C" not null,
  slug text collate "C" not null,
  published boolean not null,
  -- SHA-256 of the content.
  digest bytea not null,
  texts int not null,
  translated int not null,
  first_published_at timestamptz not null,
  -- Time of the last change of the digest.
  content_changed_at timestamptz not null,
  -- Revisions of the catalogue: of the first publication, of the last one after a withdrawal, of the last change.
  first_revision int not null references catalogue.publication,
  published_revision int not null references catalogue.publication,
  changed_revision int not null references catalogue.publication,
  primary key (kind, id, locale)
);
create index on catalogue.localization (changed_revision, kind, id, locale);
grant select on catalogue.localization to prepgraph_candidate;

-- Withdrawal of a guide.
alter table content.guide add published boolean not null default true;

-- The published pages, each with the parts that it consists of.
create view catalogue.page as
select 'GUIDE' as kind, id, slug, 'GUIDE ' || id as object from catalogue.guide
union all
select 'QUESTION', id, slug, 'QUESTION ' || id from catalogue.question
union all
select 'CRITERION', (c ->> 'id')::uuid, c ->> 'slug', 'CRITERION ' || (c ->> 'slug')
from (select document::jsonb from catalogue.taxonomy_revision order by publication desc limit 1) as taxonomy,
  jsonb_path_query(taxonomy.document, '$.criteria[*]') as c;

-- The content of pages in each of their locales, from the parts. Each part contributes its best locale.
create function catalogue.page_content(pages text[])
returns table (kind text, id uuid, slug text, locale text, digest bytea, texts int, translated int)
language sql stable
set work_mem = '64MB' as $$
  -- The subquery is hashed; PostgreSQL 15 to 17 compare = any(parameter) element by element.
  with page as materialized (
    select * from catalogue.page p where pages is null or p.object in (select unnest(pages))),
  shown as materialized (
    select p.kind, p.id, p.slug, p.object as page, p.object from page p
    union
    select p.kind, p.id, p.slug, p.object, used.object
    from page p join catalogue.part own on own.object = p.object and own.locale = 'en', unnest(own.uses) as used (object)
    union
    select p.kind, p.id, p.slug, p.object, of_used.object
    from page p join catalogue.part own on own.object = p.object and own.locale = 'en', unnest(own.uses) as used (object)
    join catalogue.part question on question.object = used.object and question.locale = 'en',
      unnest(question.uses) as of_used (object)
    where p.kind = 'GUIDE' and used.object like 'QUESTION %'),
  locale as materialized (
    select distinct s.page, p.locale, split_part(p.locale, '-', 1) as language
    from shown s join catalogue.part p on p.object = s.object)
  select s.kind, s.id, s.slug, l.locale,
    sha256(string_agg(coalesce(own.digest, of_language.digest, untranslated.digest), '' order by s.object)),
    sum(coalesce(own.texts, of_language.texts, untranslated.texts))::int,
    sum(coalesce(own.translated, of_language.translated, case when l.language = 'en' then untranslated.texts else 0 end))::int
  from locale l join shown s on s.page = l.page
  join catalogue.part untranslated on untranslated.object = s.object and untranslated.locale = 'en'
  left join catalogue.part own on own.object = s.object and own.locale = l.locale
  left join catalogue.part of_language on of_language.object = s.object and of_language.locale = l.language
  group by s.kind, s.id, s.slug, l.locale
$$;

-- Backfill the published objects: the newest publication of an object's parts is the time of its last change.
insert into catalogue.part (object, locale, source, digest, texts, translated, uses)
select d.object, l.locale, d.source, catalogue.part_digest(l.digest, d.uses), l.texts, l.translated, d.uses
from (
  select 'GUIDE ' || g.id as object, g.digest as source, catalogue.guide_text(r.document::jsonb) as document,
    catalogue.guide_uses(r.document::jsonb) || array(
      select 'QUESTION ' || gq.question_id from catalogue.guide_question gq where gq.guide_id = g.id order by gq.position) as uses
  from catalogue.guide g join catalogue.guide_revision r on (r.guide_id, r.revision) = (g.id, g.revision)
  union all
  select 'QUESTION ' || q.id, q.digest, r.document::jsonb,
    array['QUESTION_TYPE ' || q.type] || array(select 'CRITERION ' || c from unnest(q.criteria) as c)
  from catalogue.question q join catalogue.question_revision r on (r.question_id, r.revision) = (q.id, q.revision)
  union all
  select p.object, sha256(convert_to(p.document::text, 'UTF8')), p.document, '{}'
  from (select document::jsonb from catalogue.taxonomy_revision order by publication desc limit 1) as taxonomy,
    catalogue.taxonomy_parts(taxonomy.document) as p) as d,
  catalogue.localizations(d.document) as l;

analyze catalogue.part;

insert into catalogue.localization (kind, id, locale, slug, published, digest, texts, translated, first_published_at,
  content_changed_at, first_revision, published_revision, changed_revision)
select c.kind, c.id, c.locale, c.slug, true, c.digest, c.texts, c.translated, first.published_at, last.published_at,
  first.revision, first.revision, last.revision
from catalogue.page_content(null) c
join (
  select guide_id as id, min(publication) as first, max(publication) as last from catalogue.guide_revision group by 1
  union all select question_id, min(publication), max(publication) from catalogue.question_revision group by 1
  union all select p.id, t.first, t.last from catalogue.page p,
    (select min(publication) as first, max(publication) as last from catalogue.taxonomy_revision) t
  where p.kind = 'CRITERION') as own on own.id = c.id
left join (
  select gq.guide_id as id, max(r.publication) as last
  from catalogue.guide_question gq join catalogue.question_revision r on r.question_id = gq.question_id
  group by 1) as questions on questions.id = c.id
join catalogue.publication first on first.revision = own.first
join catalogue.publication last on last.revision = greatest(own.last, questions.last);

-- The localizations as readers of an object need them.
create function catalogue.localizations_of(object_kind text, object uuid) returns json
language sql stable as $$
  select coalesce(json_agg(json_build_object('locale', locale, 'published', published, 'texts', texts, 'translated', translated,
    'firstPublishedAt', to_char(first_published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'contentChangedAt', to_char(content_changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) order by locale), '[]')
  from catalogue.localization where kind = object_kind and id = object
$$;

create temporary table backfill on commit drop as
select id, catalogue.localizations_of('GUIDE', id) as localizations from catalogue.guide
union all select id, catalogue.localizations_of('QUESTION', id) from catalogue.question;
analyze backfill;

-- Last, because altering a table blocks its readers until the commit.
-- Locales of former publications that the current one has no text in.
alter table catalogue.publication add former_locales text[] not null default '{}';

-- The localizations of an object beside its document, so that reading both is one join.
alter table catalogue.guide add localizations json not null default '[]';
alter table catalogue.question add localizations json not null default '[]';
update catalogue.guide g set localizations = b.localizations from backfill b where b.id = g.id;
update catalogue.question q set localizations = b.localizations from backfill b where b.id = q.id;
