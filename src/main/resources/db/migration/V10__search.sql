-- Search by words as people write them: compounds (CI/CD, load-balancer, node.js), markup (<button>), names with signs
-- (C++, C#, .NET), decomposed letters and compatibility forms. PostgreSQL's parser makes single tokens of host names, paths,
-- addresses and tags, so it only ever sees what search_normal() leaves. Texts and queries go through it alike.

-- Words between spaces; a hyphen stands for whatever joins two parts of a word. In PL/pgSQL, which evaluates expressions
-- without starting a query, and by regular expressions: translate() with as many characters takes twenty times as long.
create function catalogue.search_normal(input text) returns text
language plpgsql immutable strict parallel safe as $$
declare
  -- Without marks of Markdown and characters that nobody sees.
  normal text := regexp_replace(input, '[*`\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+', '', 'g');
begin
  if normal ~ '[^\x01-\x7f]' then
    normal := replace(lower(normalize(translate(normal, '™®©℠İς', '    iσ'), nfkc)), 'ß', 'ss');
  else
    normal := lower(normal);
  end if;
  if normal ~ '[+#]|\.net' then
    normal := regexp_replace(normal, '\m([a-z])\+\+', '\1plusplus-', 'g');
    normal := regexp_replace(normal, '\m([a-z])#', '\1sharp-', 'g');
    normal := regexp_replace(normal, '\m(ado|asp|vb)\.net\M', '\1.net dotnet', 'g');
    normal := regexp_replace(normal, '(^|[^[:alnum:]])\.net\M', '\1dotnet', 'g');
  end if;
  normal := regexp_replace(normal, '[/._+&@:\\''\u2019\u02bc\u2010-\u2015\u2044\u2212]', '-', 'g');
  return regexp_replace(normal,
    '[\x01-\x1f!-%(),;-?\[\]^{-~\u0085\u00a1-\u00bf\u00d7\u00f7\u2010-\u2bff\u3000-\u303f]', ' ', 'g');
end $$;

-- The words of a text: each by itself, and what is joined also as one.
create function catalogue.search_words(input text) returns text
language plpgsql immutable parallel safe as $$
declare
  normal text := catalogue.search_normal(coalesce(input, ''));
begin
  if strpos(normal, '-') = 0 then
    return normal;
  end if;
  return concat_ws(' ', replace(normal, '-', ' '),
    (select string_agg(replace(compound[1], '-', ''), ' ')
      from regexp_matches(normal, '[^ -]+(?:-+[^ -]+)+', 'g') as compound
      where length(compound[1]) <= 60));
end $$;

-- The lexemes of one typed word. A word that nothing published contains stands for the words nearest to it, too.
create function catalogue.search_term(typed text, config regconfig) returns text
language sql stable
set pg_trgm.similarity_threshold = 0.25 as $$
  select case
      when length(typed) not between 4 and 40 or exists (select from catalogue.search_word where word = typed) then as_typed
      else '(' || concat_ws(' | ', as_typed,
        (select string_agg(nullif(plainto_tsquery(config, near.word)::text, ''), ' | ')
          from (
            select word from catalogue.search_word
            where word % typed
              and levenshtein_less_equal(word, typed, 2) <= case when length(typed) = 4 then 1 else 2 end
            order by levenshtein_less_equal(word, typed, 2), similarity(word, typed) desc, word
            limit 3) near)) || ')'
    end
  from nullif(plainto_tsquery(config, typed)::text, '') as as_typed
  where as_typed is not null
$$;

-- What a text that somebody typed asks for: all of its words, or any of them; of a compound, its parts or it as one word.
-- Null where no word is left to look for. Only lexemes of the parser reach the query, never its operators.
create or replace function catalogue.search_query(input text, locale text, any_word boolean default false) returns tsquery
language sql stable
set client_min_messages = warning as $$
  select string_agg('(' || concat_ws(' | ', '(' || parts || ')', as_one) || ')', operator)::tsquery
  from (select case when any_word then ' | ' else ' & ' end as operator, catalogue.search_config(locale) as config) as chosen,
    (select distinct word from regexp_split_to_table(catalogue.search_normal(left(input, 200)), ' +') as word) as words,
    lateral (
      select string_agg(catalogue.search_term(part, config), operator) as parts,
        case when count(*) > 1 then nullif(plainto_tsquery(config, replace(word, '-', ''))::text, '') end as as_one
      from unnest(tsvector_to_array(to_tsvector('simple', replace(word, '-', ' ')))) as part) as term
  where parts is not null or as_one is not null
$$;

-- The passage of a text that matches a query, the matched words between two asterisks. What would make the parser see one
-- token where the search sees several is hidden from it.
create function catalogue.search_excerpt(body text, config regconfig, query tsquery) returns text
language sql stable parallel safe as $$
  select regexp_replace(
    case when signs then
      regexp_replace(regexp_replace(regexp_replace(excerpt,
        '(?<=\m[A-Za-z])plusplus(\*\*)?', '++\1', 'g'),
        '(?<=\m[A-Z])sharp(\*\*)?', '#\1', 'g'),
        'dot(?=NET)', '.', 'g')
    else excerpt end,
    '\s+', ' ', 'g')
  from (select query::text ~ 'plusplus|sharp|dotnet' as signs) as asked,
    lateral (select case when signs then
      regexp_replace(regexp_replace(regexp_replace(normalize(body),
        '(?<=\m[A-Za-z])\+\+', 'plusplus', 'g'),
        '(?<=\m[A-Z])#', 'sharp', 'g'),
        '(?<![[:alnum:]])\.(?=NET\M)', 'dot', 'g')
    else normalize(body) end as plain) as prepared,
    lateral (select translate(
      ts_headline(config, translate(plain, '-/._+&@:<>', E'\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f'), query,
        'StartSel=**, StopSel=**, MaxWords=35, MinWords=15, MaxFragments=1'),
      E'\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f', '-/._+&@:<>') as excerpt) as cut
$$;

-- Markdown without the marks that would only disturb an excerpt; the sign of C# is none.
create or replace function content.plain(markdown text) returns text
language sql immutable parallel safe as $$
  select regexp_replace(markdown, '[*`]+|^#{1,6}(?=\s)', '', 'gn')
$$;

-- What a text is found by: all its words with their weights, its name's alone, and all as they are written.
create function catalogue.search_index(
  locale text, a text, b text, c text, d text, out words tsvector, out name tsvector, out spellings text[])
language plpgsql immutable parallel safe as $$
declare
  config regconfig := catalogue.search_config(locale);
  wa text := catalogue.search_words(a);
  wb text := catalogue.search_words(b);
  wc text := catalogue.search_words(c);
  wd text := catalogue.search_words(d);
begin
  name := to_tsvector(config, wa);
  words := setweight(name, 'A') || setweight(to_tsvector(config, wb), 'B') || setweight(to_tsvector(config, wc), 'C')
    || setweight(to_tsvector(config, wd), 'D');
  spellings := string_to_array(concat_ws(' ', wa, wb, wc, wd), ' ');
end $$;

-- Index again what is published. The texts of drafts that have changed since are not, so their documents only gain the words
-- of their bodies, until they are published. A notice keeps the connection from timing out while much is indexed.
do $$
declare
  part int;
  total int := 0;
  indexed int;
begin
  for part in 0 .. 63 loop
    with published as (
      select d.id from content.guide d join catalogue.guide p using (id, digest)
      union all select d.id from content.question d join catalogue.question p using (id, digest)
      union all select c.id from content.criterion c, content.taxonomy_document t
        where sha256(convert_to(t.document::text, 'UTF8')) =
          (select digest from catalogue.taxonomy_revision order by publication desc limit 1)),
    text as materialized (
      select t.* from content.search_text t
      where get_byte(uuid_send(t.id), 15) % 64 = part and t.id in (select id from published)),
    document as materialized (
      select t.kind, t.id, t.locale, concat_ws(E'\n', nullif(t.b, ''), nullif(t.c, ''), nullif(t.d, '')) as body, i.*
      from text t, lateral catalogue.search_index(t.locale, t.a, t.b, t.c, t.d) as i
      union all
      select s.kind, s.id, s.locale, s.body, s.words || i.words, s.name, i.spellings
      from catalogue.search_document s, lateral catalogue.search_index(s.locale, '', '', '', s.body) as i
      where get_byte(uuid_send(s.id), 15) % 64 = part and s.id not in (select id from published)),
    spelling as (
      insert into catalogue.search_word select distinct word from document, unnest(spellings) as word
      where length(word) between 3 and 40 on conflict do nothing)
    update catalogue.search_document s set body = d.body, words = d.words, name = d.name
    from document d where (s.kind, s.id, s.locale) = (d.kind, d.id, d.locale);
    get diagnostics indexed = row_count;
    total := total + indexed;
    if indexed > 500 then
      raise notice 'Indexed % texts for the search', total;
    end if;
  end loop;
end $$;
