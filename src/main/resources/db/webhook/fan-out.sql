-- Makes deliveries of the next events for endpoints that have few pending ones. The lock of an endpoint's row keeps the order of
-- the log, whichever replica goes on.
with behind as (
  select e.id, e.partner_id, e.types, e.position
  from partner.endpoint e
  where e.enabled and e.position < (select max(number) from partner.event where partner_id is null)
    and (select count(*) from (
      select from partner.delivery d where d.endpoint_id = e.id and d.state = 'PENDING' limit :window) as pending) < :window
  order by e.id limit :endpoints
  for update of e skip locked),
next as (
  select b.id as endpoint, b.partner_id, l.number, l.subject
  from behind b cross join lateral (
    select v.number, v.subject from partner.event v
    where v.partner_id is null and v.number > b.position and v.type = any(b.types) order by v.number limit :window) as l),
added as (
  insert into partner.delivery (partner_id, endpoint_id, number, subject, expires_at)
  select partner_id, endpoint, number, subject, catalogue.now() + :maxAge * interval '1 ms' from next order by number
  on conflict do nothing),
reached as (
  -- One that has fewer has all of the log.
  select b.id, case when count(n.number) < :window then (select max(number) from partner.event where partner_id is null)
    else max(n.number) end as number
  from behind b left join next n on n.endpoint = b.id group by b.id)
update partner.endpoint e set position = r.number from reached r where e.id = r.id
