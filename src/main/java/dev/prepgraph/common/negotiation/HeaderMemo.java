package dev.prepgraph.common.negotiation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.Function;

/**
 * Remembers what the values of a header mean, because most requests have one of few values; bounded
 * by their length because clients may send any.
 */
// The implementations that Caffeine chooses by name, for the native image.
@RegisterForReflection(
    classNames = {
      "com.github.benmanes.caffeine.cache.SSMW",
      "com.github.benmanes.caffeine.cache.PSMW"
    })
public final class HeaderMemo<T> {

  /** Characters, of all entries. */
  private static final int MAX_WEIGHT = 100_000;

  /** Characters that an entry counts beside its value. */
  private static final int ENTRY = 100;

  private final Function<List<String>, T> parser;
  private final T absent;

  /** Evicts in the calling thread: static memos are built with the native image, without a pool. */
  private final Cache<String, T> known =
      Caffeine.newBuilder()
          .maximumWeight(MAX_WEIGHT)
          .weigher((String value, T meaning) -> ENTRY + value.length())
          .executor(Runnable::run)
          .build();

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
    if (lines.size() > 1) {
      return parser.apply(lines);
    }
    T remembered = known.getIfPresent(lines.get(0));
    if (remembered == null) {
      remembered = parser.apply(lines);
      known.put(lines.get(0), remembered);
    }
    return remembered;
  }

  /** Number of values that are remembered. */
  long size() {
    return known.estimatedSize();
  }
}
