-- Adds counts; new searches of a day only while it has few. Sorted, so that replicas do not wait for each other in a circle.
with given as (
  select * from unnest(?::uuid[], ?::text[]::date[], ?::text[], ?::text[], ?::bigint[]) as g (partner_id, day, kind, key, amount)
), filled as (
  select u.partner_id, u.day from partner.usage u
  where u.kind = 'EMPTY_SEARCH'
    and (u.partner_id, u.day) in (select g.partner_id, g.day from given g where g.kind = 'EMPTY_SEARCH')
  group by u.partner_id, u.day having count(*) >= ?
)
insert into partner.usage as u (partner_id, day, kind, key, amount)
select g.partner_id, g.day, g.kind, g.key, g.amount from given g
where exists (select from partner.partner p where p.id = g.partner_id)
  and (g.kind <> 'EMPTY_SEARCH'
    or not exists (select from filled f where f.partner_id = g.partner_id and f.day = g.day)
    or exists (select from partner.usage x
      where x.partner_id = g.partner_id and x.day = g.day and x.kind = g.kind and x.key = g.key))
order by 1, 2, 3, 4
on conflict (partner_id, day, kind, key) do update set amount = u.amount + excluded.amount
