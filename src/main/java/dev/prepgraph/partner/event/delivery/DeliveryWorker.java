package dev.prepgraph.partner.event.delivery;

import dev.prepgraph.common.background.Outage;
import dev.prepgraph.partner.event.delivery.Delivery.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Delivers events on a thread of its own, which waits for outcomes and due deliveries but not for
 * endpoints. Any number of workers share the queue.
 */
final class DeliveryWorker {

  private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);

  private static final Duration MAINTENANCE = Duration.ofMinutes(1);

  private final DeliveryQueue queue;
  private final Function<Delivery, CompletableFuture<Outcome>> sender;
  private final int concurrent;
  private final long pollMillis;

  /** Outcomes of attempts; empty lists only wake the worker. */
  private final BlockingQueue<List<Outcome>> inbox = new LinkedBlockingQueue<>();

  private final List<Outcome> unwritten = new ArrayList<>();
  private final Thread thread = new Thread(this::run, "webhooks");
  private final Outage outage =
      new Outage(
          LOG, "Events are not delivered to partners", "Events are delivered to partners again");
  private final Outage maintenanceOutage =
      new Outage(LOG, "Old events of partners are not deleted", "Old events are deleted again");
  private volatile boolean stopped;
  private int sending;
  private long maintained;

  DeliveryWorker(
      DeliveryQueue queue,
      Function<Delivery, CompletableFuture<Outcome>> sender,
      WebhookConfig config) {
    this.queue = queue;
    this.sender = sender;
    this.concurrent = config.concurrent();
    this.pollMillis = config.pollInterval().toMillis();
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Looks for due deliveries now. */
  void wake() {
    if (inbox.isEmpty()) {
      inbox.add(List.of());
    }
  }

  /**
   * Ends after the running attempts; other workers repeat, after their leases, those that do not
   * end in time.
   */
  void stop(Duration timeout) {
    stopped = true;
    wake();
    try {
      thread.join(Math.max(1, timeout.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
  }

  private void run() {
    try {
      while (!stopped || sending > 0 || !unwritten.isEmpty()) {
        collect(pollMillis);
        exchange();
        maintain();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void exchange() {
    try {
      List<Delivery> leased =
          queue.exchange(unwritten, stopped ? 0 : concurrent - sending - unwritten.size());
      unwritten.clear();
      leased.forEach(this::send);
      outage.recovered();
    } catch (SQLException | RuntimeException | Error e) {
      outage.failed(e);
    }
  }

  private void send(Delivery delivery) {
    sending++;
    CompletableFuture<Outcome> sent;
    try {
      sent = sender.apply(delivery);
    } catch (RuntimeException | Error e) {
      sent = CompletableFuture.failedFuture(e);
    }
    sent.whenComplete(
        (outcome, failure) ->
            inbox.add(
                List.of(
                    failure == null
                        ? outcome
                        : delivery.failed(null, DeliveryFailure.CONNECTION))));
  }

  private void maintain() {
    long now = System.nanoTime();
    if (maintained != 0 && now - maintained < MAINTENANCE.toNanos()) {
      return;
    }
    maintained = now;
    try {
      queue.maintain();
      maintenanceOutage.recovered();
    } catch (SQLException | RuntimeException | Error e) {
      maintenanceOutage.failed(e);
    }
  }

  /** Waits for an outcome or a wake-up, and takes all that have come. */
  private void collect(long millis) throws InterruptedException {
    List<List<Outcome>> arrived = new ArrayList<>();
    List<Outcome> first = inbox.poll(millis, TimeUnit.MILLISECONDS);
    if (first != null) {
      arrived.add(first);
      inbox.drainTo(arrived);
    }
    for (List<Outcome> outcomes : arrived) {
      sending -= outcomes.size();
      unwritten.addAll(outcomes);
    }
  }
}
