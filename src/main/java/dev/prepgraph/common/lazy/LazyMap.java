package dev.prepgraph.common.lazy;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A map that is computed at its first use. */
public final class LazyMap<V> extends AbstractMap<String, V> {

  private final Supplier<Map<String, V>> map;

  /**
   * @param map returns the same map each time
   */
  public LazyMap(Supplier<Map<String, V>> map) {
    this.map = map;
  }

  @Override
  public Set<Entry<String, V>> entrySet() {
    return map.get().entrySet();
  }

  @Override
  public V get(Object key) {
    return map.get().get(key);
  }

  @Override
  public boolean containsKey(Object key) {
    return map.get().containsKey(key);
  }

  @Override
  public String toString() {
    return map.toString();
  }
}
