package dev.prepgraph.http.stream;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of WebSockets and event streams. */
@ConfigMapping(prefix = "prepgraph.limits.streams")
interface StreamConfig {

  /** Open streams of a replica. */
  @WithDefault("1500")
  int total();

  /** Open streams of a user in a replica. */
  @WithDefault("16")
  int perUser();

  /** Open streams of an address that are anonymous or not yet authenticated. */
  @WithDefault("100")
  int perAddress();

  /** Concurrent operations of a WebSocket. */
  @WithDefault("16")
  int operations();

  /** Concurrent operations of an anonymous WebSocket. */
  @WithDefault("4")
  int anonymousOperations();

  /** Size of a message from a client. */
  @WithDefault("64K")
  MemorySize message();

  /** Timeout of {@code connection_init}, with the verification of its token. */
  @WithDefault("10s")
  Duration initTime();

  /** Interval of pings; a client that reads or answers nothing for two of them is disconnected. */
  @WithDefault("20s")
  Duration keepAlive();

  /** Waiting events of a subscription, before one that tells of missed events replaces them. */
  @WithDefault("64")
  int waitingEvents();
}
