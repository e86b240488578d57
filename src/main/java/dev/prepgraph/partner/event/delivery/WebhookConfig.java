package dev.prepgraph.partner.event.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Webhooks of partners: secrets, limits and retries. */
@ConfigMapping(prefix = "prepgraph.webhooks")
public interface WebhookConfig {

  /**
   * Keys that the secrets of endpoints are derived from, each at least 32 random bytes in Base64.
   * The first derives new secrets; the others only those made with them. Without one, no endpoint
   * can be created and nothing is delivered.
   */
  Optional<List<String>> keys();

  /** Whether this replica delivers, too. */
  @WithDefault("true")
  boolean deliver();

  /** Allows HTTP and private addresses; for development. */
  @WithDefault("false")
  boolean insecure();

  /** Maximum endpoints of a partner. */
  @WithDefault("5")
  int perPartner();

  /** Events that an endpoint may be behind; beyond, it is disabled. */
  @WithDefault("200000")
  int maxBehind();

  /** Pending deliveries of an endpoint that are taken from the log at a time. */
  @WithDefault("500")
  int window();

  /** Concurrent requests to one endpoint, and of a replica to all. */
  @WithDefault("4")
  int perEndpoint();

  @WithDefault("200")
  int concurrent();

  @WithDefault("3s")
  Duration connectTimeout();

  /** Time for a whole attempt. */
  @WithDefault("15s")
  Duration timeout();

  /** Time after which another worker may repeat an attempt whose worker died. */
  @WithDefault("60s")
  Duration lease();

  /** Maximal pause between attempts: doubles from the first, with jitter. */
  @WithDefault("5s")
  Duration minBackOff();

  @WithDefault("6H")
  Duration maxBackOff();

  /** Attempts, and age of an event, after which its delivery is given up. */
  @WithDefault("24")
  int maxAttempts();

  @WithDefault("3D")
  Duration maxAge();

  /** How often to look for events of other replicas and due retries. */
  @WithDefault("5s")
  Duration pollInterval();

  /** How long the old secret also signs after a rotation. */
  @WithDefault("24H")
  Duration rotationOverlap();

  /** How long events and finished deliveries are stored. */
  @WithDefault("30D")
  Duration retention();
}
