package dev.prepgraph.common;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Batch loader of localised objects for sources that were requested in different languages. */
public final class ByLocale {

  /** Loads a batch in one language. */
  @FunctionalInterface
  public interface Loader<K, V> {

    /**
     * @param locale as the client sent it, or null
     */
    Map<K, V> load(Set<K> keys, String locale);
  }

  private ByLocale() {}

  /**
   * Loads the object that each source refers to, or null, with one call a language.
   *
   * @param key returns null where a source refers to nothing
   * @param locale returns null for the default language
   */
  public static <S, K, V> List<V> load(
      List<S> sources, Function<S, K> key, Function<S, String> locale, Loader<K, V> loader) {
    Map<String, Set<K>> keys = new HashMap<>();
    for (S source : sources) {
      if (key.apply(source) != null) {
        keys.computeIfAbsent(locale.apply(source), name -> new HashSet<>()).add(key.apply(source));
      }
    }
    Map<String, Map<K, V>> loaded = new HashMap<>();
    keys.forEach((name, wanted) -> loaded.put(name, loader.load(wanted, name)));
    return sources.stream()
        .map(
            source -> {
              K wanted = key.apply(source);
              return wanted == null ? null : loaded.get(locale.apply(source)).get(wanted);
            })
        .toList();
  }
}
