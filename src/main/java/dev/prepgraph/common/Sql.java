package dev.prepgraph.common;

import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.query.CommonQueryContract;
import org.hibernate.query.NativeQuery;

/** Statements of PostgreSQL's own SQL. Values are parameters, always. Cancelled work runs none. */
public final class Sql {

  private static final int FETCHED = 50;

  /** What a value takes, in bytes, beyond its text. */
  private static final int CELL = 64;

  private Sql() {}

  /**
   * Runs a query.
   *
   * @param parameters by name; a null is a text
   */
  public static List<Object[]> rows(
      StatelessSession session, String sql, Map<String, ?> parameters) {
    return query(session, sql, parameters)
        .setTupleTransformer((row, columns) -> charged(row))
        .getResultList();
  }

  /**
   * Runs a query that has exactly one row.
   *
   * @param parameters by name; a null is a text
   */
  public static Object[] row(StatelessSession session, String sql, Map<String, ?> parameters) {
    return query(session, sql, parameters).getSingleResult();
  }

  /**
   * Runs a query whose rows are fetched as they are used, some at a time; to be closed.
   *
   * @param parameters by name; a null is a text
   */
  public static Stream<Object[]> stream(
      StatelessSession session, String sql, Map<String, ?> parameters) {
    return query(session, sql, parameters).setFetchSize(FETCHED).getResultStream();
  }

  /**
   * Runs a query whose rows are fetched as they are used, some at a time, and are read by the names
   * of their columns; to be closed.
   *
   * @param parameters by name; a null is a text
   */
  public static Stream<Tuple> tuples(
      StatelessSession session, String sql, Map<String, ?> parameters) {
    Cancellation.check();
    NativeQuery<Tuple> query = session.createNativeQuery(sql, Tuple.class);
    parameters.forEach((name, value) -> bind(query, name, value));
    return query.setFetchSize(FETCHED).getResultStream();
  }

  /** What a request reads takes memory, whatever it shows of that. */
  private static Object[] charged(Object[] row) {
    long bytes = 0;
    for (Object value : row) {
      bytes += value instanceof String text ? CELL + 2L * text.length() : CELL;
    }
    MemoryBudget.charge(bytes);
    return row;
  }

  private static NativeQuery<Object[]> query(
      StatelessSession session, String sql, Map<String, ?> parameters) {
    Cancellation.check();
    NativeQuery<Object[]> query = session.createNativeQuery(sql, Object[].class);
    parameters.forEach((name, value) -> bind(query, name, value));
    return query;
  }

  /**
   * Runs a statement that changes rows; returns how many it changed.
   *
   * @param parameters by name; a null is a text
   */
  public static int execute(StatelessSession session, String sql, Map<String, ?> parameters) {
    Cancellation.check();
    var query = session.createNativeMutationQuery(sql);
    parameters.forEach((name, value) -> bind(query, name, value));
    return query.executeUpdate();
  }

  private static void bind(CommonQueryContract query, String name, Object value) {
    if (value == null) {
      query.setParameter(name, null, String.class);
    } else {
      query.setParameter(name, value);
    }
  }
}
