package dev.prepgraph.app;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/** Prevents a start in production with unsafe settings. */
@ApplicationScoped
class ProductionChecks {

  /** Longer than the timeout of requests, because the first connection may be slow. */
  private static final Duration FIRST_CONNECTION_TIMEOUT = Duration.ofSeconds(30);

  private static final String ISSUER = "quarkus.oidc.token.issuer";
  private static final String AUDIENCE = "quarkus.oidc.token.audience";

  private final Config config;
  private final DataSource dataSource;

  ProductionChecks(Config config, DataSource dataSource) {
    this.config = config;
    this.dataSource = dataSource;
  }

  /** Runs before all other startup observers. */
  void check(@Observes @Priority(1) StartupEvent start) throws SQLException {
    if (LaunchMode.current() != LaunchMode.NORMAL) {
      return;
    }
    if (is("quarkus.oidc.tenant-enabled", true)) {
      require(ISSUER, "the exact claim iss of valid tokens");
      require(AUDIENCE, "the claim aud of tokens for this service");
    }
    if (values("quarkus.http.cors.origins").stream().anyMatch(ProductionChecks::isAnySite)
        && is("quarkus.http.cors.access-control-allow-credentials", false)) {
      throw new ConfigurationException(
          "quarkus.http.cors.origins=* with quarkus.http.cors.access-control-allow-credentials lets any site act for"
              + " users; name the origins");
    }
    if (isSuperuser("'prepgraph_candidate'")) {
      throw new ConfigurationException(
          "The database role prepgraph_candidate is a superuser or has BYPASSRLS, which disables row-level security");
    }
    if (isSuperuser("current_user")) {
      throw new ConfigurationException(
          "quarkus.datasource.username is a superuser, which disables row-level security; use a login that"
              + " owns the database and nothing else");
    }
  }

  /** Also rejects Quarkus's value for no check. */
  private void require(String property, String meaning) {
    List<String> values = values(property);
    if (values.isEmpty() || values.contains("any")) {
      throw new ConfigurationException(property + " must be set: " + meaning);
    }
  }

  /** Also matches a regular expression between slashes. */
  private static boolean isAnySite(String origin) {
    return origin.equals("*")
        || origin.matches("/.*/")
            && "https://any.invalid".matches(origin.substring(1, origin.length() - 1));
  }

  private List<String> values(String property) {
    return config.getOptionalValues(property, String.class).orElse(List.of());
  }

  private boolean is(String property, boolean byDefault) {
    return config.getOptionalValue(property, Boolean.class).orElse(byDefault);
  }

  private boolean isSuperuser(String role) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select rolsuper or (rolbypassrls and rolname <> current_user) from pg_roles where rolname = "
                    + role)) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** Retries the pool's timeouts, which have no SQLSTATE; the server's errors are final. */
  private Connection connect() throws SQLException {
    long begun = System.nanoTime();
    while (true) {
      try {
        return dataSource.getConnection();
      } catch (SQLException e) {
        if (e.getSQLState() != null
            || System.nanoTime() - begun > FIRST_CONNECTION_TIMEOUT.toNanos()) {
          throw e;
        }
      }
    }
  }
}
