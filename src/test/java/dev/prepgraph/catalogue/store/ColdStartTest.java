package dev.prepgraph.catalogue.store;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.AsyncCache;
import dev.prepgraph.catalogue.model.TaxonomyDocument;
import dev.prepgraph.catalogue.model.Weighted;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.runtime.configuration.MemorySize;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Concurrent requests on a cold cache, while the database is slow or down. */
class ColdStartTest {

  private static final int REQUESTS = 64;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final AtomicInteger loads = new AtomicInteger();
  private volatile CountDownLatch answer = new CountDownLatch(0);
  private volatile Exception failure;
  private volatile boolean failsOnce;

  private final PublishedCatalogue catalogue =
      new PublishedCatalogue(
          new PublicationRepository(null) {
            @Override
            public Snapshot snapshot(AsyncCache<Object, Weighted> cache) {
              askDatabase();
              return new Snapshot(
                  1,
                  null,
                  List.of("en"),
                  List.of(),
                  new Taxonomy(TaxonomyDocument.EMPTY),
                  Map.of(),
                  cache);
            }
          },
          new CatalogueDatabase(null, noStandby(), new Config()),
          new CatalogueWatcher(null, Duration.ofHours(1), Duration.ofHours(1)) {
            @Override
            public void start(Consumer<String> onVersion) {}
          },
          new Config(),
          new SimpleMeterRegistry());

  private void askDatabase() {
    boolean isFirst = loads.incrementAndGet() == 1;
    try {
      answer.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (failure instanceof CancellationException cancelled && isFirst) {
      throw cancelled;
    }
    if (failure != null && (isFirst || !failsOnce)) {
      throw new IllegalStateException(failure);
    }
  }

  private record Loaded(int weight) implements Weighted {}

  private Loaded load() {
    askDatabase();
    return new Loaded(1);
  }

  /** Runs requests that all wait before the database answers; returns what they got. */
  private List<Object> atOnce(Supplier<Object> request) throws InterruptedException {
    List<Object> outcomes = new CopyOnWriteArrayList<>();
    List<Thread> threads = new ArrayList<>();
    answer = new CountDownLatch(1);
    for (int i = 0; i < REQUESTS; i++) {
      threads.add(
          new Thread(
              () -> {
                try {
                  outcomes.add(request.get());
                } catch (RuntimeException e) {
                  outcomes.add(e);
                }
              }));
    }
    threads.forEach(Thread::start);
    await().until(() -> threads.stream().allMatch(t -> t.getState() == Thread.State.WAITING));
    answer.countDown();
    for (Thread thread : threads) {
      thread.join(PATIENCE.toMillis());
    }
    return outcomes;
  }

  @Test
  void oneLoadOfThePublicationServesAll() throws InterruptedException {
    List<Object> snapshots = atOnce(catalogue::snapshot);
    assertThat(snapshots).hasSize(REQUESTS).containsOnly(catalogue.snapshot());
    assertThat(loads).hasValue(1);
  }

  @Test
  void allFailWithOneLoadAndTheNextTriesAgain() throws InterruptedException {
    failure = new SQLException("Sorry, acquisition timeout!");
    assertThat(atOnce(catalogue::snapshot))
        .hasSize(REQUESTS)
        .allSatisfy(
            outcome -> assertThat((Throwable) outcome).hasRootCauseInstanceOf(SQLException.class));
    assertThat(loads).hasValue(1);

    failure = null;
    assertThat(catalogue.snapshot().revision()).isEqualTo(1);
    assertThat(loads).hasValue(2);
  }

  @Test
  void allThatAskForTheSameFailWithOneLoad() throws InterruptedException {
    catalogue.snapshot();
    loads.set(0);
    failure = new SQLException("Sorry, acquisition timeout!");
    assertThat(atOnce(() -> catalogue.get("key", this::load)))
        .hasSize(REQUESTS)
        .allSatisfy(
            outcome -> assertThat((Throwable) outcome).hasRootCauseInstanceOf(SQLException.class));
    assertThat(loads).hasValue(1);
    assertThat(catalogue.get("key", () -> new Loaded(2)).weight()).isEqualTo(2);
  }

  @Test
  void aRequestThatWasCancelledDoesNotFailTheOthers() throws InterruptedException {
    for (Exception cancelled :
        List.of(
            new SQLException("canceling statement due to user request", "57014"),
            new CancellationException())) {
      failure = cancelled;
      failsOnce = true;
      loads.set(0);
      assertThat(atOnce(() -> catalogue.get(cancelled, this::load)))
          .hasSize(REQUESTS)
          .filteredOn(Throwable.class::isInstance)
          .hasSize(1);
      assertThat(loads.get()).isGreaterThan(1);
    }
  }

  @SuppressWarnings("unchecked") // nothing else is asked of it
  private static InjectableInstance<AgroalDataSource> noStandby() {
    return (InjectableInstance<AgroalDataSource>)
        Proxy.newProxyInstance(
            ColdStartTest.class.getClassLoader(),
            new Class<?>[] {InjectableInstance.class},
            (proxy, method, arguments) -> false);
  }

  private static final class Config implements CatalogueConfig {
    @Override
    public MemorySize cacheSize() {
      return new MemorySize(BigInteger.valueOf(1_000_000));
    }

    @Override
    public Duration pollInterval() {
      return Duration.ofHours(1);
    }

    @Override
    public Duration standbyRetry() {
      return Duration.ofHours(1);
    }
  }
}
