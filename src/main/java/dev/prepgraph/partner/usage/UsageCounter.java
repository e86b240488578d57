package dev.prepgraph.partner.usage;

import dev.prepgraph.common.ReadTrace;
import dev.prepgraph.common.Text;
import dev.prepgraph.execution.GraphQLEngine;
import dev.prepgraph.partner.usage.model.UsageKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Counts in memory what partners use, until {@link #drain}. Bounded: what exceeds the bounds is not
 * counted, because callers choose documents and searches.
 */
@ApplicationScoped
public class UsageCounter {

  static final int MAX_COUNTS = 50_000;

  /** One partner's share, so that its callers do not displace the counts of others. */
  static final int MAX_COUNTS_OF_PARTNER = 5_000;

  static final int MAX_SEARCHES = 200;
  static final int MAX_SEARCH_LENGTH = 100;
  private static final int MAX_DOCUMENTS = 1_000;

  /** Something that a partner used on a day. */
  record Key(UUID partner, LocalDate day, UsageKind kind, String key) {}

  /** Documents are counted by identity first, because an operation has many fields. */
  private record DocumentKey(UUID partner, LocalDate day, DocumentUsage document) {

    @Override
    public boolean equals(Object other) {
      return other instanceof DocumentKey key
          && key.document == document
          && key.partner.equals(partner)
          && key.day.equals(day);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(document) ^ partner.hashCode();
    }
  }

  private record SearchKey(UUID partner, LocalDate day) {}

  private final DocumentAnalysis analysis;
  private final Clock clock;
  private Map<DocumentKey, Long> documents = new HashMap<>();
  private Map<Key, Long> counts = new HashMap<>();
  private Map<UUID, Integer> countsOfPartner = new HashMap<>();
  private Map<SearchKey, Integer> searches = new HashMap<>();
  private final Searchers searchers = new Searchers();

  UsageCounter(DocumentAnalysis analysis, Clock clock) {
    this.analysis = analysis;
    this.clock = clock;
  }

  /**
   * Counts an executed operation; returns what to repeat for responses from the cache.
   *
   * @param caller identifies the sender, whose equal searches of a day count once
   */
  public UsageSample executed(
      UUID partner, String caller, GraphQLEngine.Prepared operation, ReadTrace trace) {
    UsageSample sample =
        new UsageSample(
            analysis.of(operation),
            analysis.deprecatedVariables(operation),
            trace.guides().stream().map(UUID::toString).collect(Collectors.toUnmodifiableSet()),
            trace.emptySearches().stream()
                .map(UsageCounter::normalized)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    repeated(partner, caller, sample);
    return sample;
  }

  /** Equal for texts that differ only in case, white space and invisible characters. */
  private static String normalized(String text) {
    return Text.truncate(Text.nameKey(text), MAX_SEARCH_LENGTH);
  }

  /** Counts a response from the cache. */
  public void repeated(UUID partner, String caller, UsageSample sample) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    synchronized (this) {
      DocumentKey document = new DocumentKey(partner, day, sample.document());
      if (documents.containsKey(document) || documents.size() < MAX_DOCUMENTS) {
        documents.merge(document, 1L, Long::sum);
      } else {
        add(document, 1);
      }
      add(partner, day, UsageKind.DEPRECATED, sample.deprecated(), 1);
      add(partner, day, UsageKind.GUIDE, sample.guides(), 1);
      sample.emptySearches().forEach(text -> addSearch(partner, day, caller, text));
    }
  }

  private void add(DocumentKey of, long times) {
    DocumentUsage document = of.document();
    add(of.partner(), of.day(), UsageKind.OPERATION, Set.of(document.operation()), times);
    add(of.partner(), of.day(), UsageKind.FIELD, document.fields(), times);
    add(of.partner(), of.day(), UsageKind.DEPRECATED, document.deprecated(), times);
  }

  private void add(UUID partner, LocalDate day, UsageKind kind, Set<String> keys, long times) {
    keys.forEach(key -> add(new Key(partner, day, kind, key), times));
  }

  private boolean add(Key key, long times) {
    boolean isNew = !counts.containsKey(key);
    int ofPartner = countsOfPartner.getOrDefault(key.partner(), 0);
    if (isNew && (counts.size() >= MAX_COUNTS || ofPartner >= MAX_COUNTS_OF_PARTNER)) {
      return false;
    }
    counts.merge(key, times, Long::sum);
    if (isNew) {
      countsOfPartner.put(key.partner(), ofPartner + 1);
    }
    return isNew;
  }

  private void addSearch(UUID partner, LocalDate day, String caller, String text) {
    if (!searchers.add(day, partner, caller, text)) {
      return;
    }
    Key key = new Key(partner, day, UsageKind.EMPTY_SEARCH, text);
    SearchKey bound = new SearchKey(partner, day);
    boolean known = counts.containsKey(key);
    if ((known || searches.getOrDefault(bound, 0) < MAX_SEARCHES) && add(key, 1)) {
      searches.merge(bound, 1, Integer::sum);
    }
  }

  /** Removes and returns all counts. */
  synchronized Map<Key, Long> drain() {
    documents.forEach(this::add);
    Map<Key, Long> drained = counts;
    documents = new HashMap<>();
    counts = new HashMap<>();
    countsOfPartner = new HashMap<>();
    searches = new HashMap<>();
    return drained;
  }

  /** Returns counts that could not be stored. */
  synchronized void putBack(Map<Key, Long> drained) {
    drained.forEach(this::add);
  }
}
