package dev.prepgraph.plan;

import dev.prepgraph.account.Account;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Tells what a user found that they lack, such as in an interview: it leads their plans. */
public interface GapSource {

  /**
   * What is lacking.
   *
   * @param questions the keys of questions that did not go well
   * @param criteria the slugs of criteria that were not shown
   */
  record Gaps(Set<UUID> questions, Set<String> criteria) {}

  /**
   * The gaps of the account that the transaction acts for, in one statement. Called whenever a plan
   * is made or made anew.
   */
  default Gaps gaps() {
    throw new UnsupportedOperationException();
  }

  /** As {@link #gaps()}, for callers that have not moved to it yet. */
  default Gaps gaps(StatelessSession session, Account account) {
    return gaps();
  }
}
