package dev.prepgraph.content;

import dev.prepgraph.common.Resources;
import dev.prepgraph.common.background.JdbcTransactions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Runs transactions of editors one at a time, across all replicas. */
final class Database {

  /** Without JIT: compiling the views takes seconds, reading what one change needs milliseconds. */
  private static final String BEGIN =
      "select pg_advisory_xact_lock(hashtext('dev.prepgraph.content')), set_config('jit', 'off', true)";

  private final JdbcTransactions transactions;

  Database(DataSource dataSource, Clock clock) {
    this.transactions = new JdbcTransactions(dataSource, clock);
  }

  /** Runs a transaction; rolls it back unless {@code commit}. */
  <T> T inTransaction(boolean commit, JdbcTransactions.Work<T> work) {
    try {
      return transactions.call(
          connection -> {
            begin(connection);
            T result = work.run(connection);
            if (!commit) {
              connection.rollback();
            }
            return result;
          });
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The database rejected the transaction: " + e.getMessage(), e);
    }
  }

  private static void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(BEGIN);
    }
  }

  /**
   * Runs a script in one round trip; returns the integers that its last query selects, by column.
   */
  static Map<String, Integer> run(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean rows = statement.execute(Resources.text("/db/content/" + name + ".sql"));
      while (!rows && statement.getUpdateCount() != -1) {
        rows = statement.getMoreResults();
      }
      Map<String, Integer> numbers = new HashMap<>();
      if (rows) {
        ResultSet row = statement.getResultSet();
        row.next();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          numbers.put(row.getMetaData().getColumnLabel(i), row.getInt(i));
        }
      }
      return numbers;
    }
  }
}
