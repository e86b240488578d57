package dev.prepgraph.app;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Migrates the database, one replica at a time (Flyway locks). One query decides whether Flyway
 * starts at all, which shortens the start.
 */
@ApplicationScoped
class Migrations {

  private static final Pattern FILE = Pattern.compile("V([0-9]+)__.*\\.sql");
  private static final String UNDEFINED_TABLE = "42P01";

  /** The newest known migration; in a native image, determined at build time. */
  private static final int NEWEST = newest();

  private final DataSource dataSource;
  private final Instance<Flyway> flyway;

  Migrations(DataSource dataSource, Instance<Flyway> flyway) {
    this.dataSource = dataSource;
    this.flyway = flyway;
  }

  /** After {@link ProductionChecks}, before all other uses of the database. */
  void run(@Observes @Priority(2) StartupEvent start) throws SQLException {
    // In development and tests Flyway must detect changed migrations.
    if (LaunchMode.current() != LaunchMode.NORMAL || version() < NEWEST) {
      flyway.get().migrate();
    }
  }

  /** The version of the database, which may be newer during a rollout. */
  private int version() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select coalesce(max(cast(version as int)), 0) from flyway_schema_history where success")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      if (UNDEFINED_TABLE.equals(e.getSQLState())) {
        return 0;
      }
      throw e;
    }
  }

  private static int newest() {
    AtomicInteger newest = new AtomicInteger();
    try {
      ClassPathUtils.consumeAsPaths(
          Migrations.class.getClassLoader(),
          "db/migration",
          folder -> {
            try (Stream<String> files = Files.list(folder).map(f -> f.getFileName().toString())) {
              files
                  .map(FILE::matcher)
                  .filter(file -> file.matches())
                  .mapToInt(file -> Integer.parseInt(file.group(1)))
                  .forEach(version -> newest.accumulateAndGet(version, Math::max));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (newest.get() == 0) {
      throw new IllegalStateException("The migrations are not on the class path");
    }
    return newest.get();
  }
}
