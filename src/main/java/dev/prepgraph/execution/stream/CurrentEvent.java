package dev.prepgraph.execution.stream;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.RequestScoped;

/** The event that the current execution resolves: each is executed as an operation of its own. */
@RequestScoped
public class CurrentEvent {

  private Object value;

  public void set(Object event) {
    value = event;
  }

  /** The result of the subscription's field. */
  public <T> Multi<T> as(Class<T> type) {
    return Multi.createFrom().item(type.cast(value));
  }
}
