-- Sort keys of the catalogue's lists: the publication of the current revision, and the title in each language.
-- Triggers fill the columns, also in publications of an older version.

create function catalogue.titles(document json) returns jsonb
language sql immutable parallel safe as $$
  select jsonb_build_object('en', document ->> 'title') || coalesce(
    (select jsonb_object_agg(t.key, t.value ->> 'title')
      from json_each(document -> 'translations') t where t.value ->> 'title' is not null), '{}')
$$;

create function catalogue.set_list_columns() returns trigger
language plpgsql as $$
begin
  if tg_table_name = 'question' then
    select p.published_at into new.published_at
    from catalogue.question_revision r join catalogue.publication p on p.revision = r.publication
    where r.question_id = new.id and r.revision = new.revision;
  else
    select p.published_at, catalogue.titles(r.document) into new.published_at, new.titles
    from catalogue.guide_revision r join catalogue.publication p on p.revision = r.publication
    where r.guide_id = new.id and r.revision = new.revision;
  end if;
  return new;
end $$;

create temporary table backfill on commit drop as
select g.id, p.published_at, catalogue.titles(r.document) as titles
from catalogue.guide g join catalogue.guide_revision r on (r.guide_id, r.revision) = (g.id, g.revision)
join catalogue.publication p on p.revision = r.publication
union all
select q.id, p.published_at, null
from catalogue.question q join catalogue.question_revision r on (r.question_id, r.revision) = (q.id, q.revision)
join catalogue.publication p on p.revision = r.publication;
analyze backfill;

-- Last, because altering a table blocks its readers until the commit.
alter table catalogue.guide add published_at timestamptz, add titles jsonb;
alter table catalogue.question add published_at timestamptz;
update catalogue.guide g set published_at = b.published_at, titles = b.titles from backfill b where b.id = g.id;
update catalogue.question q set published_at = b.published_at from backfill b where b.id = q.id;
alter table catalogue.guide alter published_at set not null, alter titles set not null;
alter table catalogue.question alter published_at set not null;

create trigger list_columns before insert or update of revision on catalogue.guide
  for each row execute function catalogue.set_list_columns();
create trigger list_columns before insert or update of revision on catalogue.question
  for each row execute function catalogue.set_list_columns();

create index on catalogue.question (published_at, slug);
create index on catalogue.question
  (array_position(array['EASY', 'MEDIUM', 'HARD'], coalesce(difficulty, 'MEDIUM')), slug);
