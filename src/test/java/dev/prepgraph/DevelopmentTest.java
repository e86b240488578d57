package dev.prepgraph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.app.DevelopmentLogFilter;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/**
 * The embedded database is configured like any other, and its configuration key causes no warning.
 */
@QuarkusTest
class DevelopmentTest {

  @Inject AgroalDataSource database;

  /** Without the sorter, there is a warning, and the pool hands out connections that broke. */
  @Test
  void thePoolKnowsWhenAConnectionIsBroken() {
    assertThat(database.getConfiguration().connectionPoolConfiguration().exceptionSorter())
        .isInstanceOf(PostgreSQLExceptionSorter.class);
  }

  @Test
  void onlyTheKeyOfTheEmbeddedDatabaseIsNotReported() {
    assertThat(isReported("io.quarkus.config", "quarkus.datasource.reactive.url")).isFalse();
    assertThat(isReported("io.quarkus.config", "quarkus.http.prot")).isTrue();
    assertThat(isReported("io.quarkus.config")).isTrue();
    assertThat(isReported("dev.prepgraph", "quarkus.datasource.reactive.url")).isTrue();
  }

  private static boolean isReported(String logger, Object... parameters) {
    LogRecord entry = new LogRecord(Level.WARNING, "Unrecognized configuration key \"%s\"");
    entry.setLoggerName(logger);
    entry.setParameters(parameters.length == 0 ? null : parameters);
    return new DevelopmentLogFilter().isLoggable(entry);
  }
}
