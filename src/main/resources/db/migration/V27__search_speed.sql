-- The functions of a search at less cost, with the results of before. In PL/pgSQL, whose statements are planned once a session;
-- those of SQL functions are planned again in each statement that calls them.

-- Loads pg_trgm into this session: only a superuser may give a function a setting that the server does not know yet.
do $$
begin
  perform similarity('', '');
end $$;

-- The lexemes of one typed word. A word that nothing published contains stands for the words nearest to it, too.
create or replace function catalogue.search_term(typed text, config regconfig) returns text
language plpgsql stable
set pg_trgm.similarity_threshold = 0.25 as $$
declare
  as_typed text := nullif(plainto_tsquery(config, typed)::text, '');
begin
  if as_typed is null or length(typed) not between 4 and 40
      or exists (select from catalogue.search_word where word = typed) then
    return as_typed;
  end if;
  return '(' || concat_ws(' | ', as_typed,
    (select string_agg(nullif(plainto_tsquery(config, near.word)::text, ''), ' | ')
      from (
        select word from catalogue.search_word
        where word % typed
          and levenshtein_less_equal(word, typed, 2) <= case when length(typed) = 4 then 1 else 2 end
        order by levenshtein_less_equal(word, typed, 2), similarity(word, typed) desc, word
        limit 3) near)) || ')';
end $$;

-- What a text that somebody typed asks for: all of its words, or any of them; of a compound, its parts or it as one word.
-- Null where no word is left to look for. Only lexemes of the parser reach the query, never its operators.
create or replace function catalogue.search_query(input text, locale text, any_word boolean default false) returns tsquery
language plpgsql stable
set client_min_messages = warning as $$
declare
  operator text := case when any_word then ' | ' else ' & ' end;
  config regconfig := catalogue.search_config(locale);
begin
  return (
    select string_agg('(' || concat_ws(' | ', '(' || parts || ')', as_one) || ')', operator)::tsquery
    from (select distinct word from regexp_split_to_table(catalogue.search_normal(left(input, 200)), ' +') as word) as words,
      lateral (
        select string_agg(catalogue.search_term(part, config), operator) as parts,
          case when count(*) > 1 then nullif(plainto_tsquery(config, replace(word, '-', ''))::text, '') end as as_one
        from unnest(tsvector_to_array(to_tsvector('simple', replace(word, '-', ' ')))) as part) as term
    where parts is not null or as_one is not null);
end $$;

-- The passage of a text that matches a query, the matched words between two asterisks. What would make the parser see one
-- token where the search sees several is hidden from it; by replace(), because translate() takes ten times as long.
create or replace function catalogue.search_excerpt(body text, config regconfig, query tsquery) returns text
language plpgsql stable strict parallel safe as $$
declare
  signs boolean := query::text ~ 'plusplus|sharp|dotnet';
  plain text := body;
  excerpt text;
begin
  -- Most texts are normalized, many are ASCII, and normalize() takes nearly as long as the excerpt itself.
  if octet_length(plain) > length(plain) and plain is not normalized then
    plain := normalize(plain);
  end if;
  if signs then
    plain := regexp_replace(regexp_replace(regexp_replace(plain,
      '(?<=\m[A-Za-z])\+\+', 'plusplus', 'g'),
      '(?<=\m[A-Z])#', 'sharp', 'g'),
      '(?<![[:alnum:]])\.(?=NET\M)', 'dot', 'g');
  end if;
  plain := replace(replace(replace(replace(replace(plain,
    '-', E'\x01'), '/', E'\x02'), '.', E'\x03'), '_', E'\x04'), '+', E'\x05');
  plain := replace(replace(replace(replace(replace(plain,
    '&', E'\x06'), '@', E'\x07'), ':', E'\x08'), '<', E'\x0e'), '>', E'\x0f');
  excerpt := translate(
    ts_headline(config, plain, query, 'StartSel=**, StopSel=**, MaxWords=35, MinWords=15, MaxFragments=1'),
    E'\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f', '-/._+&@:<>');
  if signs then
    excerpt := regexp_replace(regexp_replace(regexp_replace(excerpt,
      '(?<=\m[A-Za-z])plusplus(\*\*)?', '++\1', 'g'),
      '(?<=\m[A-Z])sharp(\*\*)?', '#\1', 'g'),
      'dot(?=NET)', '.', 'g');
  end if;
  return regexp_replace(excerpt, '\s+', ' ', 'g');
end $$;
