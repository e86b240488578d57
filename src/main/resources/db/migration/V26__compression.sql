-- Documents are read far more often than written, and lz4 is decompressed several times faster than PostgreSQL's own pglz. What is stored
-- already stays as it is. Replicas of the version before notice nothing; a server that was built without lz4 goes on with pglz.
do $$
begin
  alter table catalogue.guide_revision alter column document set compression lz4;
  alter table catalogue.question_revision alter column document set compression lz4;
  alter table catalogue.taxonomy_revision alter column document set compression lz4;
exception when feature_not_supported then
  raise notice 'The server has no lz4, so documents are compressed by pglz';
end
$$;
