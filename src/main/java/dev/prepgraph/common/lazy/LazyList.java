package dev.prepgraph.common.lazy;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** A list that is computed at its first use. */
public final class LazyList<T> extends AbstractList<T> {

  private final Supplier<List<T>> list;

  /**
   * @param list returns the same list each time
   */
  public LazyList(Supplier<List<T>> list) {
    this.list = list;
  }

  @Override
  public T get(int index) {
    return list.get().get(index);
  }

  @Override
  public int size() {
    return list.get().size();
  }

  @Override
  public Iterator<T> iterator() {
    return list.get().iterator();
  }

  @Override
  public String toString() {
    return list.toString();
  }
}
