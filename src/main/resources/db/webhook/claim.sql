-- Leases due deliveries: of each endpoint no more than it may have at once, and of each subject only the earliest pending one.
with due as (
  select c.id
  from partner.endpoint e join partner.partner p on p.id = e.partner_id cross join lateral (
    select d.id, d.due_at from partner.delivery d
    where d.endpoint_id = e.id and d.state = 'PENDING' and d.due_at <= catalogue.now()
      and (d.lease is null or d.leased_until < catalogue.now())
      and not exists (
        select from partner.delivery earlier
        where earlier.endpoint_id = d.endpoint_id and earlier.subject = d.subject and earlier.state = 'PENDING'
          and earlier.number < d.number)
    order by d.due_at, d.number
    limit greatest(0, :perEndpoint - (
      select count(*) from partner.delivery l
      where l.endpoint_id = e.id and l.lease is not null and l.leased_until >= catalogue.now()))) as c
  where e.enabled and p.revoked_at is null and 'EVENTS' = any(p.scopes)
  order by c.due_at limit :most),
locked as (
  select d.id from partner.delivery d
  where d.id in (select id from due) and d.state = 'PENDING' and (d.lease is null or d.leased_until < catalogue.now())
  for update skip locked)
update partner.delivery d
set lease = gen_random_uuid(), leased_until = catalogue.now() + :lease * interval '1 ms', attempts = d.attempts + 1
from locked l, partner.endpoint e, partner.event v
where d.id = l.id and e.id = d.endpoint_id and v.number = d.number
returning d.id, d.lease, d.attempts, v.id as event, v.payload, e.id as endpoint, e.url, e.secret_version, e.secret_key,
  case when e.previous_until > catalogue.now() then e.previous_key end as previous_key
