-- The items of a pack, all kinds in one table.
create temporary table staged (
  kind text not null,
  slug text collate "C" not null,
  position int not null,
  document jsonb not null,
  digest bytea not null,
  id uuid,
  primary key (kind, slug)
) on commit drop;
