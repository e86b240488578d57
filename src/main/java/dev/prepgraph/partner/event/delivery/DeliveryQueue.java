package dev.prepgraph.partner.event.delivery;

import dev.prepgraph.common.Resources;
import dev.prepgraph.common.background.JdbcTransactions;
import dev.prepgraph.partner.event.delivery.Delivery.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * The deliveries in the database, which all replicas share: leases those that are due, and writes
 * the outcomes of attempts.
 */
final class DeliveryQueue {

  /** The outcome of a lease that another worker has taken over is void. */
  private static final String FINISH =
      """
      update partner.delivery set lease = null, leased_until = null, status = ?, failure = ?, due_at = result.due_at,
        state = result.state, finished_at = case when result.state <> 'PENDING' then catalogue.now() end
      from (
        select d.id, due.at as due_at, case when ? then 'DELIVERED'
          when d.attempts >= ? or due.at > d.expires_at then 'DEAD' else 'PENDING' end as state
        from partner.delivery d, (select catalogue.now() + ? * interval '1 ms' as at) as due
        where d.id = ? and d.lease = ? for update of d) as result
      where delivery.id = result.id
      """;

  /** Endpoints of a statement. */
  private static final int ENDPOINTS = 100;

  private final JdbcTransactions transactions;
  private final int maxAttempts;
  private final BackOff backOff;
  private final String fanOut;
  private final String claim;
  private final String maintain;

  DeliveryQueue(DataSource dataSource, Clock clock, WebhookConfig config) {
    this.transactions = new JdbcTransactions(dataSource, clock);
    this.maxAttempts = config.maxAttempts();
    this.backOff = new BackOff(config.minBackOff(), config.maxBackOff());
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
    try (PreparedStatement statement = connection.prepareStatement(FINISH)) {
      for (Outcome outcome : outcomes) {
        Delivery delivery = outcome.delivery();
        boolean delivered = outcome.failure() == null;
        long pause =
            delivered
                ? 0
                : backOff.after(delivery.attempts(), ThreadLocalRandom.current()).toMillis();
        statement.setObject(1, outcome.status(), Types.INTEGER);
        statement.setString(2, delivered ? null : outcome.failure().name());
        statement.setBoolean(3, delivered);
        statement.setInt(4, maxAttempts);
        statement.setLong(5, pause);
        statement.setObject(6, delivery.id());
        statement.setObject(7, delivery.lease());
        statement.addBatch();
      }
      statement.executeBatch();
    }
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
