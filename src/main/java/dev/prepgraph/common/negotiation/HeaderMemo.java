package dev.prepgraph.common.negotiation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what the values of a header mean, because most requests have one of few values. Clients
 * may send any: long ones are not remembered, and all are forgotten when there are too many.
 */
public final class HeaderMemo<T> {

  private static final int MAX_VALUES = 200;

  /** Characters of a value. */
  private static final int MAX_LENGTH = 500;

  private final Function<List<String>, T> parser;
  private final T absent;
  private final Map<String, T> known = new ConcurrentHashMap<>();

  /**
   * @param parser of the lines of the header; its results must be immutable and not null
   */
  public HeaderMemo(Function<List<String>, T> parser) {
    this.parser = parser;
    this.absent = parser.apply(List.of());
  }

  /**
   * @param lines of the header
   */
  public T get(List<String> lines) {
    if (lines.isEmpty()) {
      return absent;
    }
    String value = lines.get(0);
    return lines.size() > 1 || value.length() > MAX_LENGTH ? parser.apply(lines) : get(value);
  }

  private T get(String value) {
    T remembered = known.get(value);
    if (remembered == null) {
      remembered = parser.apply(List.of(value));
      if (known.size() >= MAX_VALUES) {
        known.clear();
      }
      known.put(value, remembered);
    }
    return remembered;
  }

  /** Number of values that are remembered. */
  int size() {
    return known.size();
  }
}
