-- Known stages are spelled as in the account.
with entry as (
  select e.*, row_number() over (partition by lower(e.name) order by e.at) > 1 or exists (select from interview.stage s
    where s.account_id = viewer.account_id() and lower(s.name) = lower(e.name)) as known
  from json_to_recordset(cast(:entries as json)) as e (at int, name text, closed boolean)),
stages as (
  insert into interview.stage (name, closed, position)
  select name, closed, row_number() over (order by at)
    + coalesce((select max(position) from interview.stage where account_id = viewer.account_id()), 0)
  from entry where not known order by at
  returning id)
select at, 'EXISTS' as outcome, '' as detail from entry where known
union all
select null, 'LIMIT_REACHED', format('A user has at most %s stages', :stagesPerUser)
where exists (select from stages) and
  (select count(*) from interview.stage where account_id = viewer.account_id()) + (select count(*) from stages) > :stagesPerUser
order by at
