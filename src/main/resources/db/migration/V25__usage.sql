-- How much partners use, by day and without anything about single users. Replicas of the version before neither need nor harm it.

create table partner.usage (
  partner_id uuid not null references partner.partner on delete cascade,
  -- In UTC.
  day date not null,
  kind text not null check (kind in ('OPERATION', 'FIELD', 'DEPRECATED', 'GUIDE', 'EMPTY_SEARCH')),
  -- The name of an operation or field, the id of a guide, or the text of a search.
  key text not null check (length(key) between 1 and 200),
  amount bigint not null check (amount > 0),
  primary key (partner_id, day, kind, key)
);
create index on partner.usage (day);
