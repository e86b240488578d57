-- Makes deliveries of the next events for endpoints that have few pending ones. The lock of an endpoint's row keeps the order of
-- the log, whichever replica goes on.
with behind as (
  select e.id, e.partner_id, e.types, e.position
  from partner.endpoint e
  where e.enabled and e.position < (select max(number) from partner.event where partner_id is null)
    and (select count(*) from (
      select from partner.delivery d where d.endpoint_id = e.id and d.state = 'PENDING' limit :window) as pending) < :window
  order by e.id limit 100
  for update of e skip locked),
next as (
  select b.id as endpoint, b.partner_id, b.types, l.number, l.type, l.subject
  from behind b cross join lateral (
    select v.number, v.type, v.subject from partner.event v
    where v.partner_id is null and v.number > b.position order by v.number limit :window) as l),
added as (
  insert into partner.delivery (partner_id, endpoint_id, number, subject, expires_at)
  select partner_id, endpoint, number, subject, catalogue.now() + :maxAge * interval '1 ms' from next
  where type = any(types) order by number
  on conflict do nothing)
update partner.endpoint e set position = n.number
from (select endpoint, max(number) as number from next group by endpoint) as n where e.id = n.endpoint
