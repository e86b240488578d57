package dev.prepgraph.execution.stream;

import dev.prepgraph.execution.ResponseError;

/** A bean that has the events of one field of {@code Subscription}. */
public interface EventSource {

  /** Receives events on any thread; must not block. */
  interface Listener {

    void event(StreamEvent event);

    /** Ends the whole stream of the client; its user may not continue with another one. */
    void end(ResponseError reason);
  }

  /** The name of the field. */
  String field();

  /**
   * Starts to pass events, as the current user and on a worker thread.
   *
   * @return ends the events; idempotent
   */
  Runnable open(Listener listener);

  /** The event that replaces those a slow client has missed. */
  StreamEvent missed();
}
