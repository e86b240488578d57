package dev.prepgraph.content;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import javax.sql.DataSource;

/** Runs editors' work as one transaction at a time, on all replicas together. */
final class Database {

  /** What is done with a connection. */
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private final DataSource dataSource;
  private final Clock clock;

  Database(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * Runs and commits, or leaves everything as it was.
   *
   * @param commit whether to keep what was done
   */
  <T> T alone(boolean commit, Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        execute(connection, "select pg_advisory_xact_lock(hashtext('dev.prepgraph.content'))");
        execute(connection, "select set_config('prepgraph.now', '" + clock.instant() + "', true)");
        T result = work.run(connection);
        if (commit) {
          connection.commit();
        }
        return result;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database refused: " + e.getMessage(), e);
    }
  }

  /** Runs one statement; returns how many rows it changed. */
  static int execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return Math.max(0, statement.getUpdateCount());
    }
  }
}
