package dev.prepgraph.app;

import io.quarkus.logging.LoggingFilter;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Drops one warning of dev mode: the embedded database configures an unused reactive driver. Other
 * unknown keys are still reported.
 */
@LoggingFilter(name = "development")
public final class DevelopmentLogFilter implements Filter {

  private static final String UNUSED = "quarkus.datasource.reactive.url";

  @Override
  public boolean isLoggable(LogRecord entry) {
    Object[] parameters = entry.getParameters();
    return !"io.quarkus.config".equals(entry.getLoggerName())
        || parameters == null
        || !List.of(parameters).contains(UNUSED);
  }
}
