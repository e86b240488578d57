-- Endpoints that are too far behind, or whose next events are about to be deleted: the change feed has what they miss.
update partner.endpoint set enabled = false, disabled_reason = 'QUEUE_FULL', version = version + 1
where enabled and (
  position < (select max(number) from partner.event where partner_id is null) - :maxBehind
  or position < (select max(number) from partner.event
    where partner_id is null and created_at < catalogue.now() - :retention * interval '1 ms'));

update partner.delivery set state = 'DEAD', failure = 'EXPIRED', finished_at = catalogue.now(), lease = null, leased_until = null
where id in (
  select id from partner.delivery
  where state = 'PENDING' and expires_at < catalogue.now() and (lease is null or leased_until < catalogue.now())
  limit 10000 for update skip locked);

-- An erased user is named no longer than it takes to tell.
delete from partner.event where number in (
  select e.number from partner.event e
  where e.type = 'USER_ERASED' and not exists (
    select from partner.delivery d where d.number = e.number and d.state <> 'DELIVERED')
  limit 10000 for update skip locked);

delete from partner.delivery where id in (
  select id from partner.delivery
  where state <> 'PENDING' and created_at < catalogue.now() - :retention * interval '1 ms'
  limit 10000 for update skip locked);

delete from partner.event where number in (
  select e.number from partner.event e
  where e.created_at < catalogue.now() - :retention * interval '1 ms'
    and not exists (select from partner.delivery d where d.number = e.number)
  limit 10000 for update skip locked);
