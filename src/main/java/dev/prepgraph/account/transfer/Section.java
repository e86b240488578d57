package dev.prepgraph.account.transfer;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One list of an export, contributed by the feature that owns its data. The order of the sections
 * is that of {@code export.schema.json}; the statements that read and restore one are {@code
 * transfer/NAME.export.sql} and {@code transfer/NAME.import.sql}.
 *
 * @param name its key in the export
 * @param type of an entry: a record whose components are the keys of {@code export.schema.json},
 *     which also states the limits of their values
 * @param limits of an account, which are parameters of the restore statement
 * @param largeArray the array that makes entries large, which are then restored part by part; or
 *     null
 * @param prepare checks entries that are restored with one statement for what the schema cannot
 *     state, and adds to their rows what SQL cannot compute
 */
public record Section<E>(
    String name,
    Class<E> type,
    Map<String, Integer> limits,
    String largeArray,
    Consumer<List<Entry<E>>> prepare) {

  /** A list may have this many entries whatever the limits, which may have been higher. */
  private static final int MIN_LENGTH = 10_000;

  public Section(
      String name, Class<E> type, Map<String, Integer> limits, Consumer<List<Entry<E>>> prepare) {
    this(name, type, limits, null, prepare);
  }

  /** The maximum length of an imported list; no account has more entries than its limits allow. */
  int maxLength() {
    return limits.values().stream().reduce(MIN_LENGTH, Math::max);
  }
}
