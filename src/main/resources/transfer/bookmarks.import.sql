with given as (
  select e.at, e."createdAt", case when e.guide is null then 'QUESTION' else 'GUIDE' end as kind, coalesce(g.id, q.id) as target_id
  from json_to_recordset(cast(:entries as json)) as e (at int, guide json, question json, "createdAt" timestamptz)
  left join lateral viewer.find_guide(e.guide) g on true
  left join lateral viewer.find_question(e.question) q on true),
entry as (
  select g.*, case when g.target_id is null then 'UNKNOWN'
    when row_number() over (partition by g.kind, g.target_id order by g.at) > 1
      or exists (select from bookmark.bookmark b where b.account_id = viewer.account_id()
        and b.kind = g.kind and b.target_id = g.target_id) then 'EXISTS' end as skipped
  from given g),
bookmarks as (
  insert into bookmark.bookmark (kind, target_id, created_at)
  select kind, target_id, "createdAt" from entry where skipped is null
  returning target_id)
select at, skipped as outcome, '' as detail from entry where skipped is not null
union all
select null, 'LIMIT_REACHED', format('A user has at most %s bookmarks', :perUser)
where exists (select from bookmarks) and
  (select count(*) from bookmark.bookmark where account_id = viewer.account_id()) + (select count(*) from bookmarks) > :perUser
order by at
