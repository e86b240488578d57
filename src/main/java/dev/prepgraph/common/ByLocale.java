package dev.prepgraph.common;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Batch loader for what has texts in languages: a batch holds sources that were asked for in
 * different languages, under aliases or in one list.
 */
public final class ByLocale {

  /** Loads a batch in one language. */
  @FunctionalInterface
  public interface Loader<K, V> {

    /**
     * Loads what there is.
     *
     * @param locale as the client gave it, or null
     */
    Map<K, V> load(Set<K> keys, String locale);
  }

  private ByLocale() {}

  /**
   * Loads what each source refers to, in one call a language; null for what there is not.
   *
   * @param key gives null where a source refers to nothing
   * @param locale gives null where a source is in the default language
   */
  public static <S, K, V> List<V> load(
      List<S> sources, Function<S, K> key, Function<S, String> locale, Loader<K, V> loader) {
    Map<String, Set<K>> keys = new HashMap<>();
    for (S source : sources) {
      if (key.apply(source) != null) {
        keys.computeIfAbsent(locale.apply(source), name -> new HashSet<>()).add(key.apply(source));
      }
    }
    Map<String, Map<K, V>> found = new HashMap<>();
    keys.forEach((name, wanted) -> found.put(name, loader.load(wanted, name)));
    List<V> values = new ArrayList<>(sources.size());
    for (S source : sources) {
      K wanted = key.apply(source);
      values.add(wanted == null ? null : found.get(locale.apply(source)).get(wanted));
    }
    return values;
  }
}
