package dev.prepgraph.practice;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Interviews that tests give to users, without the features that keep interviews. They lie where
 * each user has rows of their own already: among the keys of repeatable calls.
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
