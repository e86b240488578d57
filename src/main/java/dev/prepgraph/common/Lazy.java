package dev.prepgraph.common;

import java.util.function.Supplier;

/** A value that is computed at its first use. */
public final class Lazy<T> implements Supplier<T> {

  private final Supplier<T> computation;
  private T value;

  public Lazy(Supplier<T> computation) {
    this.computation = computation;
  }

  @Override
  public synchronized T get() {
    if (value == null) {
      value = computation.get();
    }
    return value;
  }
}
