-- The service's clock is the only one. It hands every transaction its time, which the transaction's stamps then are; a
-- replica of the version before, which hands over none, gets the database's.
create function catalogue.now() returns timestamptz
language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('prepgraph.now', true), '')::timestamptz, statement_timestamp())
$$;

alter table viewer.account alter created_at set default catalogue.now();
alter table viewer.erasure alter erased_at set default catalogue.now();
alter table viewer.idempotency_key alter created_at set default catalogue.now();
alter table answer.saved_answer alter created_at set default catalogue.now();
alter table answer.answer_revision alter saved_at set default catalogue.now();
alter table practice.practice alter recorded_at set default catalogue.now();
alter table practice.session alter started_at set default catalogue.now();
alter table practice.assessment alter assessed_at set default catalogue.now();
alter table plan.prep_plan alter created_at set default catalogue.now(), alter changed_at set default catalogue.now();
alter table interview.interview alter created_at set default catalogue.now(), alter changed_at set default catalogue.now();
alter table interview.debrief alter saved_at set default catalogue.now();
alter table calendar.feed alter created_at set default catalogue.now();
alter table catalogue.publication alter published_at set default catalogue.now();

-- As viewer.enter with three arguments, which replicas of the version before call, at a time of the service's clock.
create function viewer.enter(
  user_issuer text, user_subject text, writes boolean, at timestamptz, out account uuid, out first_seen boolean)
language plpgsql as $$
begin
  perform set_config('prepgraph.now', at::text, true);
  select e.account, e.first_seen into account, first_seen from viewer.enter(user_issuer, user_subject, writes) e;
end $$;

-- As calendar.enter with one argument, at a time of the service's clock.
create function calendar.enter(presented bytea, at timestamptz, out account uuid)
language plpgsql as $$
begin
  perform set_config('prepgraph.now', at::text, true);
  select e.account into account from calendar.enter(presented) e;
end $$;

-- An interview shows its plan, so that one whose plan is deleted is another version of itself: who changes it has to read it
-- again, and caches and calendars tell the two apart.
create function interview.lose_plan() returns trigger
language plpgsql as $$
begin
  new.version := old.version + 1;
  new.changed_at := catalogue.now();
  return new;
end $$;

-- The foreign key's own update leaves the version as it is; the service's sets it.
create trigger lose_plan before update of plan_id on interview.interview for each row
when (old.plan_id is not null and new.plan_id is null and new.version = old.version)
execute function interview.lose_plan();
