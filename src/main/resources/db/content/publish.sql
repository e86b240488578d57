-- Publishes the next revision of every changed guide and question; returns the catalogue's revision and the number of new
-- revisions. Idempotent.
create temporary table changed on commit drop as
select 'GUIDE' as kind, d.id, d.slug, d.digest
from content.guide d left join catalogue.guide p on p.id = d.id where p.digest is distinct from d.digest
union all
select 'QUESTION', d.id, d.slug, d.digest
from content.question d left join catalogue.question p on p.id = d.id
where p.digest is distinct from d.digest
  and exists (select from content.guide_question gq where gq.question_id = d.id);

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
insert into changed
select 'RENAMED', g.id, g.slug, g.digest
from content.guide g
where g.family in (
    select f.slug from content.family f
    where not exists (
      select from catalogue.taxonomy_revision t, json_array_elements(t.document -> 'families') p
      where t.publication = (select max(publication) from catalogue.taxonomy_revision)
        and p ->> 'slug' = f.slug and p ->> 'name' = f.name
        and coalesce(p ->> 'translations', '{}')::jsonb = f.translations))
  and g.id not in (select id from changed where kind = 'GUIDE');

-- Questions without a guide are withdrawn.
insert into changed
select 'ORPHAN', q.id, q.slug, q.digest from catalogue.question q
where not exists (select from content.guide_question gq where gq.question_id = q.id);

analyze changed;

delete from catalogue.search_document where id in (select id from changed);

with text as materialized (
  select t.* from content.search_text t join changed c on c.id = t.id
  where c.kind = t.kind or c.kind = 'RENAMED'),
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

insert into catalogue.publication (revision, locales)
select coalesce(max(p.revision), 0) + 1,
  array['en'] || array(
    select distinct locale from catalogue.search_document where locale <> 'en' order by 1)
from catalogue.publication p having exists (select from changed);

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

delete from catalogue.question where id in (select id from changed where kind = 'ORPHAN');

do $$
begin
  if exists (select from changed) then
    perform pg_notify('catalogue', max(revision)::text) from catalogue.publication;
  end if;
  if (select count(*) from changed where kind in ('GUIDE', 'QUESTION')) >= 500 then
    analyze catalogue.guide, catalogue.guide_revision, catalogue.question, catalogue.question_revision,
      catalogue.guide_question, catalogue.search_document, catalogue.search_word;
  end if;
end $$;

select coalesce(max(revision), 0) as revision,
  (select count(*) from changed where kind in ('GUIDE', 'QUESTION')) as changed
from catalogue.publication;
