package dev.prepgraph.app;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import java.sql.SQLException;

/** Explains, in one line, failures at start that an operator can fix. */
final class StartupFailure {

  private StartupFailure() {}

  /** Null for a bug, which needs its stack trace. */
  static String explain(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (message.contains("because its URL is not set")) {
        return "The database is not configured: set quarkus.datasource.jdbc.url (QUARKUS_DATASOURCE_JDBC_URL)"
            + " and .username and .password";
      }
      if (cause instanceof SQLException sql) {
        return "The database cannot be used: " + firstLine(sql.getMessage());
      }
      if (cause instanceof BindException
          || cause.getClass().getSimpleName().equals("QuarkusBindException")) {
        return "The HTTP port is taken: " + firstLine(message);
      }
      if (cause instanceof ConfigurationException || cause instanceof ConfigValidationException) {
        return "A setting is wrong: " + firstLine(message);
      }
    }
    return null;
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
