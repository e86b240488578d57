-- Deletes a batch of what is too old, and of searches of past days that are too few to be reported.
delete from partner.usage where ctid = any (array(
  select u.ctid from partner.usage u
  where u.day < ?::date or (u.day < ?::date and u.kind = 'EMPTY_SEARCH' and u.amount < ?)
  limit 10000))
