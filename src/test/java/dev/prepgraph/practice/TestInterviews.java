package dev.prepgraph.practice;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Interviews of tests, independent of the interview feature: rows among the idempotency keys, a
 * private table of the account feature.
 */
@ApplicationScoped
class TestInterviews implements UpcomingInterviews {

  static final String INSERT =
      "insert into viewer.idempotency_key (account_id, key, input, result) values (?, 'test interview ' || ?, '', ? || ' ' || ?)";

  @Override
  public String query() {
    return """
        select cast(split_part(result, ' ', 1) as timestamptz) as at,
          cast(nullif(split_part(result, ' ', 2), '') as uuid) as guide_id
        from viewer.idempotency_key where account_id = viewer.account_id() and key like 'test interview %'
        """;
  }
}
