-- Publishes the next revision of every changed guide and question; returns the catalogue's revision and the numbers of new
-- revisions and of withdrawn guides and questions. Idempotent.
create temporary table changed on commit drop as
select 'GUIDE' as kind, d.id, d.slug, d.digest
from content.guide d left join catalogue.guide p on p.id = d.id
where d.published and p.digest is distinct from d.digest
union all
select 'QUESTION', d.id, d.slug, d.digest
from content.question d left join catalogue.question p on p.id = d.id
where p.digest is distinct from d.digest
  and exists (select from content.guide_question gq join content.guide g on g.id = gq.guide_id
    where gq.question_id = d.id and g.published);

-- Criteria are searchable as well.
insert into changed
select k.kind, k.id, k.slug, k.digest
from content.taxonomy_document t, (
  select 'TAXONOMY' as kind, null::uuid as id, null::content.slug as slug, null::bytea as digest
  where exists (select from content.family) or exists (select from content.question_type)
  union all select 'CRITERION', c.id, c.slug, c.digest from content.criterion c) k
where sha256(convert_to(t.document::text, 'UTF8')) is distinct from
  (select digest from catalogue.taxonomy_revision order by publication desc limit 1);

-- Guides are found by the names of their families.
with former as materialized (
  select p ->> 'slug' as slug, p ->> 'name' as name, coalesce(p ->> 'translations', '{}')::jsonb as translations
  from catalogue.taxonomy_revision t, json_array_elements(t.document -> 'families') p
  where t.publication = (select max(publication) from catalogue.taxonomy_revision))
insert into changed
select 'RENAMED', g.id, g.slug, g.digest
from content.guide g join catalogue.guide published on published.id = g.id
join content.family f on f.slug = g.family left join former on former.slug = f.slug
where g.published and (former.name, former.translations) is distinct from (f.name, f.translations)
  and g.id not in (select id from changed where kind = 'GUIDE');

-- Guides that editors withdraw, and questions without a guide.
insert into changed
select 'WITHDRAWN', g.id, g.slug, g.digest from catalogue.guide g join content.guide d on d.id = g.id
where not d.published
union all
select 'WITHDRAWN', q.id, q.slug, q.digest from catalogue.question q
where not exists (select from content.guide_question gq join content.guide g on g.id = gq.guide_id
  where gq.question_id = q.id and g.published);

analyze changed;

-- The parts of pages that are new or different, also since a publication by an older program.
create temporary table refreshed on commit drop as
select 'GUIDE ' || g.id as object, g.digest as source, catalogue.guide_text(d.document::jsonb) as document,
  catalogue.guide_uses(d.document::jsonb) || array(
    select 'QUESTION ' || gq.question_id from content.guide_question gq where gq.guide_id = g.id order by gq.position) as uses
from content.guide g join content.guide_document d on d.id = g.id
where g.published and not exists (
  select from catalogue.part p where p.object = 'GUIDE ' || g.id and p.locale = 'en' and p.source = g.digest)
union all
select 'QUESTION ' || q.id, q.digest, d.document::jsonb, array['QUESTION_TYPE ' || q.type] || array(
    select 'CRITERION ' || c.slug from content.question_criterion qc join content.criterion c on c.id = qc.criterion_id
    where qc.question_id = q.id order by qc.position)
from content.question q join content.question_document d on d.id = q.id
where exists (select from content.guide_question gq join content.guide g on g.id = gq.guide_id
    where gq.question_id = q.id and g.published)
  and not exists (
    select from catalogue.part p where p.object = 'QUESTION ' || q.id and p.locale = 'en' and p.source = q.digest)
union all
select t.object, sha256(convert_to(t.document::text, 'UTF8')), t.document, '{}'
from content.taxonomy_document d, catalogue.taxonomy_parts(d.document::jsonb) as t
where exists (select from changed)
  and not exists (select from catalogue.part p where p.object = t.object and p.locale = 'en'
    and p.source = sha256(convert_to(t.document::text, 'UTF8')));

insert into refreshed (object)
select p.object from changed c join catalogue.part p on p.object in ('GUIDE ' || c.id, 'QUESTION ' || c.id) and p.locale = 'en'
where c.kind = 'WITHDRAWN';

analyze refreshed;

delete from catalogue.part where object in (select object from refreshed);

insert into catalogue.part (object, locale, source, digest, texts, translated, uses)
select r.object, l.locale, r.source, catalogue.part_digest(l.digest, r.uses), l.texts, l.translated, r.uses
from refreshed r, catalogue.localizations(r.document) as l where r.document is not null;

delete from catalogue.search_document where id in (select id from changed);

with text as materialized (
  select t.* from content.search_text t join changed c on c.id = t.id
  -- The array is a condition on the view's tables; a join alone would make the view of all texts first.
  where t.id = any(array(select id from changed)) and (c.kind = t.kind or c.kind = 'RENAMED')),
indexed as materialized (
  select t.*, i.words, i.name, i.spellings
  from text t, lateral catalogue.search_index(t.locale, t.a, t.b, t.c, t.d) i),
spelling as (
  insert into catalogue.search_word select distinct word from indexed, unnest(spellings) as word
  where length(word) between 3 and 40 on conflict do nothing)
insert into catalogue.search_document (kind, id, locale, other_locales, body, words, name)
select kind, id, locale,
  case locale when 'en'
    then array_remove(array_agg(locale) over (partition by kind, id), 'en') else '{}' end,
  concat_ws(E'\n', nullif(b, ''), nullif(c, ''), nullif(d, '')), words, name
from indexed;

insert into catalogue.publication (revision, locales, former_locales)
select coalesce(p.revision, 0) + 1, array['en'] || new.locales,
  array(select unnest(p.locales || p.former_locales) except select unnest(array['en'] || new.locales) order by 1)
from (select array(select distinct locale from catalogue.part where locale <> 'en' order by 1) as locales) as new
left join (select * from catalogue.publication order by revision desc limit 1) as p on true
where exists (select from changed) or exists (select from refreshed);

insert into catalogue.taxonomy_revision (publication, document, digest)
select (select max(revision) from catalogue.publication), document, sha256(convert_to(document::text, 'UTF8'))
from content.taxonomy_document
where exists (select from changed where kind in ('TAXONOMY', 'CRITERION'))
  or exists (select from changed) and not exists (select from catalogue.taxonomy_revision);

insert into catalogue.question_revision (question_id, revision, publication, document)
select d.id, 1 + coalesce(
  (select max(r.revision) from catalogue.question_revision r where r.question_id = d.id), 0),
  (select max(revision) from catalogue.publication), d.document
from content.question_document d join changed c on c.kind = 'QUESTION' and c.id = d.id;

insert into catalogue.guide_revision (guide_id, revision, publication, document)
select d.id, 1 + coalesce(
  (select max(r.revision) from catalogue.guide_revision r where r.guide_id = d.id), 0),
  (select max(revision) from catalogue.publication), d.document
from content.guide_document d join changed c on c.kind = 'GUIDE' and c.id = d.id;

insert into catalogue.question (id, slug, revision, type, difficulty, tags, criteria, digest)
select q.id, q.slug, r.revision, q.type, q.difficulty, q.tags, array(
    select c.slug::text from content.question_criterion qc join content.criterion c on c.id = qc.criterion_id
    where qc.question_id = q.id order by qc.position), q.digest
from changed c join content.question q on q.id = c.id
join catalogue.question_revision r on r.question_id = q.id
  and r.publication = (select max(revision) from catalogue.publication)
where c.kind = 'QUESTION'
on conflict (id) do update set revision = excluded.revision, type = excluded.type,
  difficulty = excluded.difficulty, tags = excluded.tags, criteria = excluded.criteria,
  digest = excluded.digest;

insert into catalogue.guide (id, slug, revision, family, seniority, criteria, digest)
select g.id, g.slug, r.revision, g.family, g.seniority, array(
    select k.slug::text from content.guide_criterion gc join content.criterion k on k.id = gc.criterion_id
    where gc.guide_id = g.id order by gc.position), g.digest
from changed c join content.guide g on g.id = c.id
join catalogue.guide_revision r on r.guide_id = g.id
  and r.publication = (select max(revision) from catalogue.publication)
where c.kind = 'GUIDE'
on conflict (id) do update set revision = excluded.revision, family = excluded.family,
  seniority = excluded.seniority, criteria = excluded.criteria, digest = excluded.digest;

delete from catalogue.guide_question where guide_id in (select id from changed where kind = 'GUIDE');

insert into catalogue.guide_question (guide_id, position, question_id)
select gq.guide_id, gq.position, gq.question_id
from content.guide_question gq join changed c on c.kind = 'GUIDE' and c.id = gq.guide_id;

delete from catalogue.guide where id in (select id from changed where kind = 'WITHDRAWN');

delete from catalogue.question where id in (select id from changed where kind = 'WITHDRAWN');

-- The pages with a refreshed part, as they were before and as they are.
create temporary table page_now on commit drop as
with recursive used as materialized (
  select p.object as page, unnest(p.uses) as object from catalogue.part p where p.locale = 'en'),
affected (object) as (
  select object collate "C" from refreshed union select u.page from affected a join used u on u.object = a.object)
select * from catalogue.page_content(array(select object from affected));

analyze page_now;

create temporary table page_before on commit drop as
select l.* from catalogue.localization l
where (l.kind, l.id) in (select kind, id from page_now) or l.kind || ' ' || l.id in (select object from refreshed);

analyze page_before;

-- What was seen in a locale before is its own localization, that of its language, or the untranslated one; the dates of
-- withdrawn ones before it still count, because their readers saw that change.
insert into catalogue.localization as l (kind, id, locale, slug, published, digest, texts, translated, first_published_at,
  content_changed_at, first_revision, published_revision, changed_revision)
select n.kind, n.id, n.locale, n.slug, true, n.digest, n.texts, n.translated, coalesce(own.first_published_at, p.published_at),
  case when n.digest = case when own.published then own.digest when broad.published then broad.digest
      when plain.published then plain.digest end
    then greatest(own.content_changed_at,
      case when own.published is not true then greatest(broad.content_changed_at,
        case when broad.published is not true then plain.content_changed_at end) end)
    else p.published_at end,
  coalesce(own.first_revision, p.revision),
  case when own.published then own.published_revision else p.revision end,
  case when own.published and (own.digest, own.texts, own.translated) = (n.digest, n.texts, n.translated)
    then own.changed_revision else p.revision end
from page_now n
join catalogue.publication p on p.revision = (select max(revision) from catalogue.publication)
left join page_before own on (own.kind, own.id, own.locale) = (n.kind, n.id, n.locale)
left join page_before broad on (broad.kind, broad.id, broad.locale) = (n.kind, n.id, split_part(n.locale, '-', 1))
left join page_before plain on (plain.kind, plain.id, plain.locale) = (n.kind, n.id, 'en')
on conflict (kind, id, locale) do update set published = true, digest = excluded.digest, texts = excluded.texts,
  translated = excluded.translated, content_changed_at = excluded.content_changed_at,
  published_revision = excluded.published_revision, changed_revision = excluded.changed_revision
where l.changed_revision <> excluded.changed_revision;

-- Localizations without text of their own any more, and of objects that are withdrawn.
update catalogue.localization l set published = false, changed_revision = p.revision,
  content_changed_at = case when l.digest = coalesce(broad.digest, plain.digest) then l.content_changed_at
    else p.published_at end
from page_before b
left join page_now broad on (broad.kind, broad.id, broad.locale) = (b.kind, b.id, split_part(b.locale, '-', 1))
left join page_now plain on (plain.kind, plain.id, plain.locale) = (b.kind, b.id, 'en'),
  catalogue.publication p
where (l.kind, l.id, l.locale) = (b.kind, b.id, b.locale) and l.published
  and p.revision = (select max(revision) from catalogue.publication)
  and not exists (select from page_now n where (n.kind, n.id, n.locale) = (b.kind, b.id, b.locale));

update catalogue.guide g set localizations = catalogue.localizations_of('GUIDE', g.id)
where exists (select from refreshed) and g.id in (select id from catalogue.localization
  where changed_revision = (select max(revision) from catalogue.publication) and kind = 'GUIDE');

update catalogue.question q set localizations = catalogue.localizations_of('QUESTION', q.id)
where exists (select from refreshed) and q.id in (select id from catalogue.localization
  where changed_revision = (select max(revision) from catalogue.publication) and kind = 'QUESTION');

-- The events for partners: what the change feed lists of this revision, once for each guide and question.
insert into partner.event (type, subject, payload)
select e.type, e.id, jsonb_build_object('type', e.type, 'timestamp', viewer.export_time(p.published_at), 'data',
  jsonb_strip_nulls(jsonb_build_object('id', viewer.node_id(left(e.kind, 1), e.id), 'slug', e.slug,
    'change', case e.kind when 'QUESTION' then e.change end, 'locales', e.locales[1:200], 'revision', p.revision)))::text
from catalogue.publication p, lateral (
  select l.kind, l.id, l.slug, l.locales, c.change, case l.kind when 'GUIDE' then 'GUIDE_' || c.change else 'QUESTION_CHANGED' end as type
  from (
    select kind, id, min(slug) as slug, array_agg(locale order by locale) as locales from catalogue.localization
    where changed_revision = p.revision and kind <> 'CRITERION' group by kind, id) as l
  join catalogue.localization plain on (plain.kind, plain.id, plain.locale) = (l.kind, l.id, 'en'),
    lateral (select case when not plain.published then 'UNPUBLISHED' when plain.published_revision = p.revision then 'PUBLISHED'
      else 'CHANGED' end) as c (change)) as e
where p.revision = (select max(revision) from catalogue.publication) and exists (select from refreshed)
order by e.kind desc, e.slug;

-- Without endpoints, nothing else deletes them.
delete from partner.event
where created_at < catalogue.now() - interval '1 day' and not exists (select from partner.endpoint);

do $$
begin
  if exists (select from changed) or exists (select from refreshed) then
    perform pg_notify('catalogue', max(revision)::text) from catalogue.publication;
  end if;
  if (select count(*) from changed where kind in ('GUIDE', 'QUESTION')) >= 500 then
    analyze catalogue.guide, catalogue.guide_revision, catalogue.question, catalogue.question_revision,
      catalogue.guide_question, catalogue.search_document, catalogue.search_word, catalogue.part, catalogue.localization;
  end if;
end $$;

select coalesce(max(revision), 0) as revision,
  (select count(*) from changed where kind in ('GUIDE', 'QUESTION')) as changed,
  (select count(*) from changed where kind = 'WITHDRAWN') as withdrawn
from catalogue.publication;
