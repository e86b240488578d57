package dev.prepgraph.app;

import dev.prepgraph.common.AuditLog;
import dev.prepgraph.common.LineLimit;
import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;

/**
 * Limits the log lines per second of each log statement. Audit lines always pass, since events of
 * an account must not be lost and {@link AuditLog} limits the others itself.
 */
@LoggingFilter(name = "log-flood")
public final class LogFloodFilter implements Filter {

  private static final Logger LOG = Logger.getLogger(LogFloodFilter.class);

  private final LineLimit limit =
      new LineLimit((cause, lines) -> LOG.warnf("Suppressed %d lines of %s", lines, cause));

  @Override
  public boolean isLoggable(LogRecord line) {
    return line.getLevel().intValue() < Level.INFO.intValue()
        || AuditLog.CATEGORY.equals(line.getLoggerName())
        // The text before its arguments are put in: one for each statement of the code.
        || limit.allows(line.getLoggerName() + ": " + line.getMessage());
  }
}
