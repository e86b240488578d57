package dev.prepgraph.partner.event.delivery;

import dev.prepgraph.catalogue.store.PublishedCatalogue;
import dev.prepgraph.partner.event.delivery.Delivery.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Runs this replica's worker, if webhooks are configured. */
@ApplicationScoped
public class Webhooks {

  private static final Logger LOG = Logger.getLogger(Webhooks.class);

  /** Slow DNS servers occupy a thread each. */
  private static final int RESOLVERS = 64;

  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

  private final WebhookConfig config;
  private final WebhookSecrets secrets;
  private final DataSource dataSource;
  private final Clock clock;
  private final Vertx vertx;
  private final PublishedCatalogue catalogue;
  private final MeterRegistry metrics;

  private volatile DeliveryWorker worker;
  private WebhookSender sender;
  private ExecutorService resolving;

  Webhooks(
      WebhookConfig config,
      WebhookSecrets secrets,
      DataSource dataSource,
      Clock clock,
      Vertx vertx,
      PublishedCatalogue catalogue,
      MeterRegistry metrics) {
    this.config = config;
    this.secrets = secrets;
    this.dataSource = dataSource;
    this.clock = clock;
    this.vertx = vertx;
    this.catalogue = catalogue;
    this.metrics = metrics;
  }

  /** Commands deliver nothing. */
  void start(
      @Observes StartupEvent start,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
    if (!serves || config.keys().isEmpty()) {
      return;
    }
    secrets.currentKey();
    if (config.lease().compareTo(config.timeout()) <= 0) {
      throw new ConfigurationException(
          "prepgraph.webhooks.lease must be longer than prepgraph.webhooks.timeout");
    }
    if (config.deliver()) {
      deliver();
    }
  }

  private void deliver() {
    if (config.insecure() && LaunchMode.current() == LaunchMode.NORMAL) {
      LOG.warn("prepgraph.webhooks.insecure lets partners reach private addresses");
    }
    resolving =
        Executors.newFixedThreadPool(
            RESOLVERS,
            task -> {
              Thread thread = new Thread(task, "webhooks-dns");
              thread.setDaemon(true);
              return thread;
            });
    sender =
        new WebhookSender(
            vertx,
            new HttpClientOptions(),
            InetAddress::getAllByName,
            resolving,
            secrets,
            clock,
            config);
    worker =
        new DeliveryWorker(
            new DeliveryQueue(dataSource, clock, config),
            delivery -> sender.send(delivery).whenComplete((outcome, failed) -> count(outcome)),
            config);
    worker.start();
    catalogue.onPublication(this::wake);
  }

  private void count(Outcome outcome) {
    String result = outcome.failure() == null ? "DELIVERED" : outcome.failure().name();
    metrics.counter("webhooks.attempts", "outcome", result).increment();
  }

  void stop(@Observes ShutdownEvent shutdown) {
    if (worker != null) {
      worker.stop(STOP_TIMEOUT);
      sender.close();
      resolving.shutdownNow();
    }
  }

  /** Delivers soon what a committed transaction has added. */
  public void wake() {
    DeliveryWorker running = worker;
    if (running != null) {
      running.wake();
    }
  }
}
