package dev.prepgraph.partner.event.delivery;

import static dev.prepgraph.Awaiting.await;

import dev.prepgraph.OwnerSql;
import dev.prepgraph.partner.event.delivery.Delivery.Outcome;
import io.quarkus.arc.Arc;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Workers as those of several replicas, which share the database and can be killed. */
final class Workers implements AutoCloseable {

  private final WebhookConfig config;
  private final WebhookSender sender;
  private final List<DeliveryWorker> running = new ArrayList<>();

  /** Requests of workers, also of killed ones. */
  private final AtomicInteger requests = new AtomicInteger();

  private volatile int generation;

  Workers(WebhookConfig config) {
    this.config = config;
    this.sender =
        new WebhookSender(
            Arc.container().instance(Vertx.class).get(),
            new HttpClientOptions(),
            InetAddress::getAllByName,
            ForkJoinPool.commonPool(),
            new WebhookSecrets(config),
            Clock.systemUTC(),
            config);
  }

  static WebhookConfig fast(String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "insecure", "true",
                "min-back-off", "10ms",
                "max-back-off", "100ms",
                "poll-interval", "50ms",
                "max-attempts", "1000000",
                "window", "20"));
    all.addAll(List.of(settings));
    return WebhookSettings.of(all.toArray(String[]::new));
  }

  DeliveryQueue queue() {
    return new DeliveryQueue(
        Arc.container().instance(DataSource.class).get(), Clock.systemUTC(), config);
  }

  void start(int workers) {
    int own = generation;
    for (int i = 0; i < workers; i++) {
      DeliveryWorker worker = new DeliveryWorker(queue(), delivery -> send(delivery, own), config);
      worker.start();
      running.add(worker);
    }
  }

  private CompletableFuture<Outcome> send(Delivery delivery, int own) {
    if (own != generation) {
      return new CompletableFuture<>();
    }
    requests.incrementAndGet();
    return sender
        .send(delivery)
        .whenComplete((outcome, failure) -> requests.decrementAndGet())
        .thenCompose(
            outcome ->
                own == generation
                    ? CompletableFuture.completedFuture(outcome)
                    : new CompletableFuture<>());
  }

  /** Ends all workers, whose outcomes are lost, and lets their leases run out. */
  void kill() {
    generation++;
    running.forEach(worker -> worker.stop(Duration.ZERO));
    running.clear();
    await().until(() -> requests.get() == 0);
    OwnerSql.execute(
        "update partner.delivery set leased_until = now() - interval '1 second' where lease is not null");
  }

  @Override
  public void close() {
    running.forEach(worker -> worker.stop(Duration.ofSeconds(1)));
    sender.close();
  }
}
