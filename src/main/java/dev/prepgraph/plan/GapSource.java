package dev.prepgraph.plan;

import dev.prepgraph.account.Account;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Contributes the gaps that a user knows of, such as from an interview; plans prioritize them. */
public interface GapSource {

  /**
   * The gaps of a user.
   *
   * @param questions the keys of questions that did not go well
   * @param criteria the slugs of criteria that were not shown
   */
  record Gaps(Set<UUID> questions, Set<String> criteria) {}

  /** Fetches the gaps of the account that the transaction acts for, in one statement. */
  default Gaps gaps() {
    throw new UnsupportedOperationException();
  }

  /** The same, for sources that do not use the transaction-scoped session yet. */
  default Gaps gaps(StatelessSession session, Account account) {
    return gaps();
  }
}
