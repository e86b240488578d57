-- Loads pg_trgm into the session: only a superuser may give a function a setting that the server does not know yet, which
-- migration 10 does. It ran where the session had created the extension, but not as the first migration of an upgrade.
do $$
begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    perform similarity('', '');
  end if;
end $$;
