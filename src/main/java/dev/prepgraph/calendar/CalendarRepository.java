package dev.prepgraph.calendar;

import dev.prepgraph.account.Account;
import dev.prepgraph.common.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;

/** Reads and writes which feed a user has, in that user's transaction; one statement a call. */
@ApplicationScoped
class CalendarRepository {

  /** Enters a transaction by the digest of a secret. */
  static final String ENTER = "select account from calendar.enter(:digest, :now)";

  /**
   * Makes the user's feed, or gives the one there is another secret; returns since when it has it.
   */
  Instant put(StatelessSession session, byte[] digest) {
    return (Instant)
        Sql.row(
            session,
            """
            insert into calendar.feed (digest) values (:digest)
            on conflict (account_id) do update set digest = excluded.digest, created_at = catalogue.now()
            returning created_at
            """,
            Map.of("digest", digest))[0];
  }

  /** Since when the user's feed has its secret; empty when there is none. */
  Optional<Instant> createdAt(StatelessSession session, Account account) {
    return Sql.rows(
            session,
            "select created_at from calendar.feed where account_id = :account",
            Map.of("account", account.id()))
        .stream()
        .findFirst()
        .map(row -> (Instant) row[0]);
  }

  /** Deletes the user's feed; false when there is none. */
  boolean delete(StatelessSession session, Account account) {
    return Sql.execute(
            session,
            "delete from calendar.feed where account_id = :account",
            Map.of("account", account.id()))
        > 0;
  }
}
