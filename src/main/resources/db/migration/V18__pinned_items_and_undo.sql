-- Items whose day and place in the day the user chose. A replica of the version before reschedules them like others.
alter table plan.item add pinned boolean not null default false;

-- A practice that was recorded by mistake can be undone. Numbers may have gaps then: a replica of the version before fails to record
-- another practice of a question whose earlier practice was undone, and records it once it is replaced.
alter table practice.practice add id uuid not null default catalogue.uuid_v7(), add unique (account_id, id);
grant delete on practice.practice, practice.card to prepgraph_candidate;
