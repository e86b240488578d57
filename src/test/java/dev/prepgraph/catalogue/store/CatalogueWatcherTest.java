package dev.prepgraph.catalogue.store;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.quarkus.runtime.ShutdownEvent;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The watcher on a pool of one connection, with a database of its own. */
class CatalogueWatcherTest {

  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration NEVER = Duration.ofHours(1);

  private static EmbeddedPostgres postgres;

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final AgroalDataSource pool = pool(postgres.getPort(), Duration.ofMinutes(1));
  private CatalogueWatcher watcher = new CatalogueWatcher(pool, POLL, NEVER);

  @BeforeAll
  static void startDatabase() throws IOException, SQLException {
    postgres = EmbeddedPostgres.start();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema catalogue");
      statement.execute(
          "create table catalogue.publication (revision int, published_at timestamptz)");
      statement.execute(
          "insert into catalogue.publication values (7, '2027-03-01T10:00:00.123456Z')");
    }
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    postgres.close();
  }

  @AfterEach
  void stop() {
    watcher.stop(new ShutdownEvent());
    pool.close();
  }

  private static AgroalDataSource pool(int port, Duration timeout) {
    try {
      return AgroalDataSource.from(
          new AgroalDataSourceConfigurationSupplier()
              .connectionPoolConfiguration(
                  connections ->
                      connections
                          .maxSize(1)
                          .acquisitionTimeout(timeout)
                          .connectionFactoryConfiguration(
                              to ->
                                  to.jdbcUrl(
                                      "jdbc:postgresql://localhost:"
                                          + port
                                          + "/postgres?user=postgres"))));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Consumer<String> failing(Runnable failure) {
    return version -> failure.run();
  }

  @Test
  void seesTheNewestPublication() {
    watcher.start(seen::add);
    await().until(() -> seen.size() > 2);
    assertThat(seen).containsOnly("7 2027-03-01T10:00:00.123456Z");
    assertThat(watcher.isAlive()).isTrue();
  }

  @Test
  void continuesAfterAnError() {
    watcher.start(
        version -> {
          seen.add(version);
          if (seen.size() < 3) {
            throw new OutOfMemoryError("of the test");
          }
        });
    await().until(() -> seen.size() > 5);
    assertThat(watcher.isAlive()).isTrue();
  }

  @Test
  void returnsNoListeningConnection() throws SQLException {
    CountDownLatch failed = new CountDownLatch(1);
    watcher = new CatalogueWatcher(pool, NEVER, NEVER);
    watcher.start(
        version -> {
          failed.countDown();
          throw new IllegalStateException("of the test");
        });
    await().until(() -> failed.getCount() == 0);
    await().until(() -> pool.getMetrics().activeCount() == 0);
    try (Connection connection = pool.getConnection();
        var row =
            connection
                .createStatement()
                .executeQuery("select count(*) from pg_listening_channels()")) {
      row.next();
      assertThat(row.getInt(1)).isZero();
    }
  }

  @Test
  void logsEachOutageOnceWithItsEnd() {
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler handler = new Recorder(lines);
    Logger logger = Logger.getLogger(CatalogueWatcher.class.getName());
    logger.addHandler(handler);
    try {
      watcher.start(
          version -> {
            seen.add(version);
            int round = seen.size() % 5;
            if (round == 1 || round == 2 || round == 3) {
              throw new IllegalStateException("of the test");
            }
          });
      await().until(() -> seen.size() > 11);
      watcher.stop(new ShutdownEvent());
    } finally {
      logger.removeHandler(handler);
    }
    assertThat(lines.subList(0, 4))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("New publications are not detected"),
            line -> assertThat(line).startsWith("The catalogue watcher works again after"),
            line -> assertThat(line).startsWith("New publications are not detected"),
            line -> assertThat(line).startsWith("The catalogue watcher works again after"));
  }

  @Test
  void isDownOnceItHangs() {
    CountDownLatch never = new CountDownLatch(1);
    watcher = new CatalogueWatcher(pool, POLL, Duration.ofMillis(200));
    watcher.start(
        failing(
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }));
    await().until(() -> !watcher.isAlive());
    never.countDown();
    await().until(watcher::isAlive);
  }

  @Test
  void isDownOnceItsThreadEnds() {
    watcher.start(
        failing(
            () -> {
              Thread.currentThread().interrupt();
              throw new IllegalStateException("of the test");
            }));
    await().until(() -> !watcher.isAlive());
  }

  @Test
  void staysUpWhileTheDatabaseIsDown() {
    try (AgroalDataSource nowhere = pool(1, Duration.ofMillis(200))) {
      watcher = new CatalogueWatcher(nowhere, POLL, NEVER);
      List<String> lines = new CopyOnWriteArrayList<>();
      Handler handler = new Recorder(lines);
      Logger logger = Logger.getLogger(CatalogueWatcher.class.getName());
      logger.addHandler(handler);
      try {
        watcher.start(seen::add);
        await().until(() -> !lines.isEmpty());
      } finally {
        logger.removeHandler(handler);
      }
      assertThat(watcher.isAlive()).isTrue();
      assertThat(seen).isEmpty();
    }
  }

  /** Collects log records. */
  private static final class Recorder extends Handler {
    private final List<String> lines;

    Recorder(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
