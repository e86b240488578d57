-- The service decides which names are equal (case, white space, normal form), by rules that lower() does not share: what it
-- accepts must not violate the index. This one prevents that concurrent reads add the default stages twice.
drop index interview.stage_account_id_lower_idx;
create unique index on interview.stage (account_id, name);
