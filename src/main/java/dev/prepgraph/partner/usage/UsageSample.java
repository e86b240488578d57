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
    DocumentUsage document,
    Set<String> deprecated,
    Set<String> guides,
    Set<String> emptySearches) {}
