select cast(json_build_object('name', name, 'closed', closed) as text) as entry
from interview.stage where account_id = viewer.account_id()
order by position, id
