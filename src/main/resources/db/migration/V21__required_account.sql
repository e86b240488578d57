-- As viewer.enter to read, but only as one account: the result is null when the user has none, or has another since that one was erased.
-- What reads for events of an account must not create it again.
create function viewer.reenter(user_issuer text, user_subject text, at timestamptz, required uuid, out account uuid)
language plpgsql as $$
begin
  perform set_config('transaction_read_only', 'on', true);
  select e.account into account from viewer.enter(user_issuer, user_subject, false, at) e;
  if account <> required then
    account := null;
    perform set_config('prepgraph.account', '', true);
  end if;
exception when read_only_sql_transaction then
  -- Nothing remains of viewer.enter, also not its rights.
  account := null;
end $$;
