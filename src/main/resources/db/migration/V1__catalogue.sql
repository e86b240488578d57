-- What is published. Readers see only this schema; publication is the only writer.

create extension if not exists pg_trgm with schema public;
create extension if not exists fuzzystrmatch with schema public;

create schema catalogue;

-- RFC 9562 UUID version 7: 48 bits of milliseconds, then random bits, so that keys grow with time.
-- PostgreSQL has one of its own only since version 18.
create function catalogue.uuid_v7() returns uuid
language sql volatile parallel safe as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

-- Keys that all replicas share and no client knows. They sign the cursors of connections.
create table catalogue.secret (
  name text primary key,
  value bytea not null check (length(value) >= 32)
);
insert into catalogue.secret (name, value)
values ('cursor', uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

create function catalogue.refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception '% is immutable', tg_table_name using errcode = 'restrict_violation';
end $$;

-- One row a publication; the greatest revision is what is published now.
create table catalogue.publication (
  revision int primary key check (revision > 0),
  published_at timestamptz not null default now(),
  -- The locales in which something is published at this revision, the default one first.
  locales text[] not null
);

-- Question types, criteria and families are few and shared by all guides, so they are published as one document.
create table catalogue.taxonomy_revision (
  publication int primary key references catalogue.publication,
  document json not null,
  digest bytea not null
);

create table catalogue.guide_revision (
  guide_id uuid not null,
  revision int not null check (revision > 0),
  publication int not null references catalogue.publication,
  document json not null,
  primary key (guide_id, revision)
);

create table catalogue.question_revision (
  question_id uuid not null,
  revision int not null check (revision > 0),
  publication int not null references catalogue.publication,
  document json not null,
  primary key (question_id, revision)
);

create trigger immutable before update or delete on catalogue.publication
  for each row execute function catalogue.refuse_change();
create trigger immutable before update or delete on catalogue.taxonomy_revision
  for each row execute function catalogue.refuse_change();
create trigger immutable before update or delete on catalogue.guide_revision
  for each row execute function catalogue.refuse_change();
create trigger immutable before update or delete on catalogue.question_revision
  for each row execute function catalogue.refuse_change();

-- The revision of each guide and question that is published now, with what lists filter and sort by.
create table catalogue.guide (
  id uuid primary key,
  slug text collate "C" not null unique,
  revision int not null,
  family text not null,
  seniority text not null,
  digest bytea not null,
  foreign key (id, revision) references catalogue.guide_revision (guide_id, revision)
);
create index on catalogue.guide (family, slug);
create index on catalogue.guide (seniority, slug);

create table catalogue.question (
  id uuid primary key,
  slug text collate "C" not null unique,
  revision int not null,
  type text not null,
  difficulty text not null,
  tags text[] not null,
  criteria text[] not null,
  digest bytea not null,
  foreign key (id, revision) references catalogue.question_revision (question_id, revision)
);
create index on catalogue.question (type, slug);
create index on catalogue.question (difficulty, slug);
create index on catalogue.question using gin (tags);
create index on catalogue.question using gin (criteria);

create table catalogue.guide_question (
  guide_id uuid not null references catalogue.guide on delete cascade,
  position int not null,
  question_id uuid not null references catalogue.question on delete cascade,
  primary key (guide_id, position),
  unique (guide_id, question_id)
);
create index on catalogue.guide_question (question_id);

-- One row for each object and each locale that it has text in. Rows of locale 'en' carry the fall-back text.
create table catalogue.search_document (
  kind text not null check (kind in ('GUIDE', 'QUESTION', 'CRITERION')),
  id uuid not null,
  locale text not null,
  -- On the fall-back row: the other locales that have a row of their own.
  other_locales text[] not null default '{}',
  -- The text that excerpts are cut from.
  body text not null,
  words tsvector not null,
  -- The words of its name alone: what has them there is found first.
  name tsvector not null,
  primary key (kind, id, locale)
);
create index on catalogue.search_document using gin (words);
create index on catalogue.search_document using gin (name);

-- Every word of the search documents, to find what a mistyped word may have meant.
create table catalogue.search_word (
  word text primary key check (length(word) between 3 and 40)
);
create index on catalogue.search_word using gin (word gin_trgm_ops);

-- The text search configuration for a locale.
create function catalogue.search_config(locale text) returns regconfig
language sql immutable parallel safe as $$
  select case split_part(locale, '-', 1)
    when 'da' then 'danish' when 'de' then 'german' when 'en' then 'english' when 'es' then 'spanish'
    when 'fi' then 'finnish' when 'fr' then 'french' when 'hu' then 'hungarian' when 'it' then 'italian'
    when 'nl' then 'dutch' when 'nb' then 'norwegian' when 'no' then 'norwegian' when 'pt' then 'portuguese'
    when 'ro' then 'romanian' when 'ru' then 'russian' when 'sv' then 'swedish' when 'tr' then 'turkish'
    else 'simple'
  end::regconfig
$$;

-- What a text that somebody typed asks for: all of its words, or any of them. A word that nothing published contains
-- stands for the words nearest to it. Null where no word is left to look for. Only lexemes of the parser reach the query, never its operators.
create function catalogue.search_query(input text, locale text, any_word boolean default false) returns tsquery
language sql stable
set pg_trgm.similarity_threshold = 0.25
set client_min_messages = warning as $$
  select string_agg('(' || term || ')', case when any_word then ' | ' else ' & ' end)::tsquery
  from (
    select case
        when length(typed) < 4 or exists (select from catalogue.search_word where word = typed) then as_typed
        else coalesce(
          (select string_agg(nullif(plainto_tsquery(catalogue.search_config(locale), near.word)::text, ''), ' | ')
            from (
              select word from catalogue.search_word
              where word % typed
                and levenshtein_less_equal(word, typed, 2) <= case when length(typed) = 4 then 1 else 2 end
              order by levenshtein_less_equal(word, typed, 2), similarity(word, typed) desc, word
              limit 3) near),
          as_typed)
      end as term
    from unnest(tsvector_to_array(to_tsvector('simple', left(input, 200)))) as typed,
      lateral (select plainto_tsquery(catalogue.search_config(locale), typed)::text as as_typed) q
    where length(typed) <= 40 and as_typed <> ''
  ) terms
$$;
