package dev.prepgraph.common.lazy;

import java.util.function.Supplier;

/** A value that is computed at its first use. */
public final class Lazy<T> implements Supplier<T> {

  private Supplier<T> computation;
  private volatile T value;

  public Lazy(Supplier<T> computation) {
    this.computation = computation;
  }

  @Override
  public T get() {
    T known = value;
    return known == null ? compute() : known;
  }

  private synchronized T compute() {
    if (value == null) {
      value = computation.get();
    }
    if (value != null) {
      computation = null; // with all that it refers to
    }
    return value;
  }

  @Override
  public String toString() {
    return String.valueOf(get());
  }
}
