select cast(json_strip_nulls(json_build_object('locale', locale, 'timeZone', time_zone)) as text) as entry
from preference.preference where account_id = viewer.account_id()
