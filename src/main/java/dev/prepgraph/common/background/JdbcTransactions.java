package dev.prepgraph.common.background;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/** Runs work in transactions of its own, in which the database has the service's time. */
public final class JdbcTransactions {

  /** The work of a transaction. */
  public interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private static final String BEGIN = "select set_config('prepgraph.now', ?, true)";

  private final DataSource dataSource;
  private final Clock clock;

  public JdbcTransactions(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /** Commits what the work has not rolled back itself; rolls back when it fails. */
  public <T> T call(Work<T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        begin(connection);
        T result = work.run(connection);
        connection.commit();
        connection.setAutoCommit(true);
        return result;
      } catch (Throwable e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  /** A lost connection fails here too, which must not hide the failure of the work. */
  private static void rollBack(Connection connection, Throwable failure) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private void begin(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
      statement.setString(1, clock.instant().toString());
      statement.execute();
    }
  }
}
