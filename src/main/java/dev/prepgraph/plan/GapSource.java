package dev.prepgraph.plan;

import java.util.Set;
import java.util.UUID;

/** Contributes gaps of the user, which plans prioritize. */
public interface GapSource {

  /**
   * Questions and criteria to improve at.
   *
   * @param questions the keys of the questions
   * @param criteria the slugs of the criteria
   */
  record Gaps(Set<UUID> questions, Set<String> criteria) {}

  /** Fetches the gaps of the transaction's account in one statement. */
  Gaps gaps();
}
