with entry as (
  select e.*, row_number() over (order by e.at) > 1
    or exists (select from preference.preference where account_id = viewer.account_id()) as known
  from json_to_recordset(cast(:entries as json)) as e (at int, locale text, "timeZone" text, "unknownZone" boolean)),
preferences as (
  insert into preference.preference (locale, time_zone)
  select locale, "timeZone" from entry where not known and num_nonnulls(locale, "timeZone") > 0)
select at, 'EXISTS' as outcome, '' as detail from entry where known
union all
select at, 'UNKNOWN', '/timeZone' from entry where not known and "unknownZone"
order by at
