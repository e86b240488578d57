-- Writes the outcomes of attempts. That of a lease which another worker has taken over is void.
with outcome as (
  select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::text[], ?::bigint[]) as o (id, lease, url, status, failure, pause)),
result as (
  select d.id, d.endpoint_id, o.url, o.status, o.failure, due.at as due_at, case when o.failure is null then 'DELIVERED'
    when o.status = 410 and e.url = o.url then 'DEAD' when d.attempts >= :maxAttempts or due.at > d.expires_at then 'DEAD' else 'PENDING' end as state
  from outcome o join partner.delivery d on d.id = o.id and d.lease = o.lease join partner.endpoint e on e.id = d.endpoint_id
    cross join lateral (select catalogue.now() + o.pause * interval '1 ms' as at) as due
  for update of d),
gone as (
  -- A 410 disables the endpoint (Standard Webhooks).
  update partner.endpoint e set enabled = false, disabled_reason = 'PARTNER', version = version + 1
  where e.enabled and exists (select from result r where r.endpoint_id = e.id and r.url = e.url and r.status = 410))
update partner.delivery d
set lease = null, leased_until = null, status = r.status, failure = r.failure, due_at = r.due_at, state = r.state,
  finished_at = case when r.state <> 'PENDING' then catalogue.now() end
from result r where d.id = r.id
