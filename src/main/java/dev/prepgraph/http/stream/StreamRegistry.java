package dev.prepgraph.http.stream;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.http.CallerKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts the open streams of each caller, and closes all before a shutdown waits for requests. */
@Singleton
class StreamRegistry {

  /** An open stream. */
  final class Place {

    private final RoutingContext http;
    private final Runnable shutdown;
    private String caller;

    private Place(RoutingContext http, Runnable shutdown, String caller) {
      this.http = http;
      this.shutdown = shutdown;
      this.caller = caller;
    }

    /** Counts the stream as one of a user instead of its address. */
    void identify(SecurityIdentity user) {
      synchronized (StreamRegistry.this) {
        if (places.contains(this)) {
          String key = CallerKey.of(http, user);
          join(key, config.perUser());
          leave(caller);
          caller = key;
        }
      }
    }

    boolean isOpen() {
      synchronized (StreamRegistry.this) {
        return places.contains(this);
      }
    }

    /** Idempotent. */
    void release() {
      synchronized (StreamRegistry.this) {
        if (places.remove(this)) {
          leave(caller);
        }
      }
    }
  }

  private final StreamConfig config;
  private final Vertx vertx;
  private final Duration shutdownDelay;
  private final Set<Place> places = new LinkedHashSet<>();
  private final Map<String, Integer> callers = new HashMap<>();
  private boolean closed;

  StreamRegistry(
      StreamConfig config,
      MeterRegistry metrics,
      Vertx vertx,
      @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> shutdownDelay) {
    this.config = config;
    this.vertx = vertx;
    this.shutdownDelay = shutdownDelay.orElse(Duration.ZERO);
    metrics.gauge("graphql.streams", this, StreamRegistry::open);
  }

  /**
   * Counts a stream of an address; rejects it beyond the limits.
   *
   * @param shutdown closes it
   */
  synchronized Place open(RoutingContext http, Runnable shutdown) {
    if (closed) {
      throw RequestException.unavailable();
    }
    if (places.size() >= config.total()) {
      throw new RequestException(
          ErrorCode.UNAVAILABLE, "The service has too many open streams; try again");
    }
    String address = CallerKey.of(http, null);
    join(address, config.perAddress());
    Place place = new Place(http, shutdown, address);
    places.add(place);
    return place;
  }

  private void join(String caller, int max) {
    int open = callers.getOrDefault(caller, 0);
    if (open >= max) {
      throw new RequestException(
          ErrorCode.RATE_LIMITED, "Too many of your streams are open; close one and try again");
    }
    callers.put(caller, open + 1);
  }

  private void leave(String caller) {
    callers.computeIfPresent(caller, (key, open) -> open == 1 ? null : open - 1);
  }

  private synchronized int open() {
    return places.size();
  }

  /** Number of callers with open streams. */
  synchronized int callers() {
    return callers.size();
  }

  /** Before the shutdown waits for running requests, but after load balancers had time to react. */
  void drain(@Observes ShutdownDelayInitiatedEvent shutdown) {
    long millis = shutdownDelay.toMillis() * 3 / 4;
    if (millis == 0) {
      closeAll();
    } else {
      vertx.setTimer(millis, id -> closeAll());
    }
  }

  void stop(@Observes ShutdownEvent shutdown) {
    closeAll();
  }

  private void closeAll() {
    List<Place> open;
    synchronized (this) {
      closed = true;
      open = List.copyOf(places);
    }
    open.forEach(place -> place.shutdown.run());
  }
}
