package dev.prepgraph.partner.event.delivery;

import dev.prepgraph.common.Resources;
import dev.prepgraph.common.background.JdbcTransactions;
import dev.prepgraph.partner.event.delivery.Delivery.Outcome;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The deliveries in the database, which all replicas share: leases those that are due, and writes
 * the outcomes of attempts.
 */
final class DeliveryQueue {

  /** Endpoints of a statement. */
  private static final int ENDPOINTS = 100;

  private final JdbcTransactions transactions;
  private final BackOff backOff;
  private final String finish;
  private final String fanOut;
  private final String claim;
  private final String maintain;

  DeliveryQueue(DataSource dataSource, Clock clock, WebhookConfig config) {
    this.transactions = new JdbcTransactions(dataSource, clock);
    this.backOff = new BackOff(config.minBackOff(), config.maxBackOff());
    this.finish =
        Resources.text("/db/webhook/finish.sql")
            .replace(":maxAttempts", Integer.toString(config.maxAttempts()));
    this.fanOut =
        Resources.text("/db/webhook/fan-out.sql")
            .replace(":window", Integer.toString(config.window()))
            .replace(":endpoints", Integer.toString(ENDPOINTS))
            .replace(":maxAge", Long.toString(config.maxAge().toMillis()));
    this.claim =
        Resources.text("/db/webhook/claim.sql")
            .replace(":perEndpoint", Integer.toString(config.perEndpoint()))
            .replace(":lease", Long.toString(config.lease().toMillis()));
    this.maintain =
        Resources.text("/db/webhook/maintain.sql")
            .replace(":maxBehind", Integer.toString(config.maxBehind()))
            .replace(":retention", Long.toString(config.retention().toMillis()));
  }

  /**
   * Writes outcomes, makes deliveries of the log's next events and leases those that are due, in
   * one transaction.
   *
   * @param most maximal number to lease
   */
  List<Delivery> exchange(List<Outcome> outcomes, int most) throws SQLException {
    return transactions.call(
        connection -> {
          finish(connection, outcomes);
          if (most <= 0) {
            return List.of();
          }
          int endpoints = ENDPOINTS;
          while (endpoints == ENDPOINTS) {
            endpoints = run(connection, fanOut);
          }
          return lease(connection, most);
        });
  }

  /** Disables endpoints that are too far behind, and deletes what has been stored long enough. */
  void maintain() throws SQLException {
    transactions.call(
        connection -> {
          run(connection, maintain);
          return null;
        });
  }

  /** Runs statements in one round trip; returns the number of rows that the first changed. */
  private static int run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return statement.getUpdateCount();
    }
  }

  private void finish(Connection connection, List<Outcome> outcomes) throws SQLException {
    if (outcomes.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(finish)) {
      int column = 0;
      statement.setArray(++column, array(connection, "uuid", outcomes, of -> of.delivery().id()));
      statement.setArray(
          ++column, array(connection, "uuid", outcomes, of -> of.delivery().lease()));
      statement.setArray(++column, array(connection, "text", outcomes, of -> of.delivery().url()));
      statement.setArray(++column, array(connection, "int4", outcomes, Outcome::status));
      statement.setArray(++column, array(connection, "text", outcomes, Outcome::failure));
      statement.setArray(++column, array(connection, "int8", outcomes, this::pauseMillis));
      statement.executeUpdate();
    }
  }

  private static Array array(
      Connection connection, String type, List<Outcome> outcomes, Function<Outcome, Object> value)
      throws SQLException {
    return connection.createArrayOf(type, outcomes.stream().map(value).toArray());
  }

  private long pauseMillis(Outcome outcome) {
    return outcome.failure() == null
        ? 0
        : backOff
            .after(outcome.delivery().attempts(), outcome.pause(), ThreadLocalRandom.current())
            .toMillis();
  }

  private List<Delivery> lease(Connection connection, int most) throws SQLException {
    List<Delivery> leased = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(claim.replace(":most", Integer.toString(most)))) {
      while (rows.next()) {
        leased.add(delivery(rows));
      }
    }
    return leased;
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    UUID endpoint = row.getObject("endpoint", UUID.class);
    int version = row.getInt("secret_version");
    String previous = row.getString("previous_key");
    List<WebhookSecrets.Origin> secrets = new ArrayList<>();
    secrets.add(new WebhookSecrets.Origin(endpoint, version, row.getString("secret_key")));
    if (previous != null) {
      secrets.add(new WebhookSecrets.Origin(endpoint, version - 1, previous));
    }
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getObject("lease", UUID.class),
        row.getInt("attempts"),
        row.getObject("event", UUID.class),
        row.getString("payload"),
        row.getString("url"),
        secrets);
  }
}
