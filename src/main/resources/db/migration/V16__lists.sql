-- What lists of the catalogue are ordered by: the publication of the current revision, and the title in each language.
-- Triggers fill the columns, so that publications of an older version do as well.

alter table catalogue.guide add published_at timestamptz, add titles jsonb;
alter table catalogue.question add published_at timestamptz;

create function catalogue.titles(document json) returns jsonb
language sql immutable parallel safe as $$
  select jsonb_build_object('en', document ->> 'title') || coalesce(
    (select jsonb_object_agg(t.key, t.value ->> 'title')
      from json_each(document -> 'translations') t where t.value ->> 'title' is not null), '{}')
$$;

update catalogue.guide g set published_at = p.published_at, titles = catalogue.titles(r.document)
from catalogue.guide_revision r join catalogue.publication p on p.revision = r.publication
where r.guide_id = g.id and r.revision = g.revision;
update catalogue.question q set published_at = p.published_at
from catalogue.question_revision r join catalogue.publication p on p.revision = r.publication
where r.question_id = q.id and r.revision = q.revision;
alter table catalogue.guide alter published_at set not null, alter titles set not null;
alter table catalogue.question alter published_at set not null;

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
create trigger list_columns before insert or update on catalogue.guide
  for each row execute function catalogue.set_list_columns();
create trigger list_columns before insert or update on catalogue.question
  for each row execute function catalogue.set_list_columns();

create index on catalogue.question (published_at, slug);
create index on catalogue.question
  (array_position(array['EASY', 'MEDIUM', 'HARD'], coalesce(difficulty, 'MEDIUM')), slug);
