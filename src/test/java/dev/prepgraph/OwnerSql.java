package dev.prepgraph;

import io.quarkus.arc.Arc;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** SQL of the database's owner, to whom row-level security does not apply. */
public final class OwnerSql {

  private interface Work<T> {
    T run(PreparedStatement statement) throws SQLException;
  }

  private OwnerSql() {}

  /** Executes a statement, or several without parameters. */
  public static void execute(String sql, Object... parameters) {
    run(sql, parameters, PreparedStatement::execute);
  }

  /** The number in the first column of the first row. */
  public static int count(String sql, Object... parameters) {
    return run(
        sql,
        parameters,
        statement -> {
          var rows = statement.executeQuery();
          rows.next();
          return rows.getInt(1);
        });
  }

  /** The texts in the first column. */
  public static List<String> texts(String sql, Object... parameters) {
    return run(
        sql,
        parameters,
        statement -> {
          List<String> texts = new ArrayList<>();
          var rows = statement.executeQuery();
          while (rows.next()) {
            texts.add(rows.getString(1));
          }
          return texts;
        });
  }

  private static <T> T run(String sql, Object[] parameters, Work<T> work) {
    try (var connection = Arc.container().instance(DataSource.class).get().getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return work.run(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
