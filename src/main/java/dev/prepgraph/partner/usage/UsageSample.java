package dev.prepgraph.partner.usage;

import java.util.Set;

/**
 * What one operation used, and each response from the cache that repeats it.
 *
 * @param deprecated input fields in its variables
 * @param guides the keys of guides
 * @param emptySearches normalised texts
 */
public record UsageSample(
    DocumentUsage document, Set<String> deprecated, Set<String> guides, Set<String> emptySearches) {

  /** Estimated bytes. */
  public int weight() {
    int names = document.fields().size() + document.deprecated().size() + deprecated.size();
    int texts = emptySearches.stream().mapToInt(text -> 120 + 2 * text.length()).sum();
    return 400 + 24 * names + 140 * guides.size() + texts;
  }
}
