package dev.prepgraph.plan;

import java.util.Set;
import java.util.UUID;

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
  Gaps gaps();
}
