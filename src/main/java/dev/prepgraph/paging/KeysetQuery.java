package dev.prepgraph.paging;

import java.util.HashMap;
import java.util.Map;

/**
 * A list that is read in pages: an HQL query whose order is a keyset, with optional conditions.
 *
 * @param <T> the record that a row is read into
 */
public final class KeysetQuery<T> {

  final Class<T> row;
  final String components;
  final Keyset<T> keyset;
  final Map<String, Object> parameters = new HashMap<>();
  private final StringBuilder from;
  private String total;

  /**
   * @param components the HQL expressions of the record's components, in their order
   * @param from the HQL query from its {@code from} on, with at least one condition
   */
  public KeysetQuery(Class<T> row, String components, String from, Keyset<T> keyset) {
    this.row = row;
    this.components = components;
    this.from = new StringBuilder(from);
    this.keyset = keyset;
  }

  /**
   * Adds a condition, unless it has no value.
   *
   * @param condition the HQL, which names the parameter
   */
  public KeysetQuery<T> where(String condition, String parameter, Object value) {
    if (value != null) {
      from.append(" and ").append(condition);
      parameters.put(parameter, value);
    }
    return this;
  }

  /** Replaces the count of all rows by a cheaper HQL query with the same parameters. */
  public KeysetQuery<T> withTotal(String hql) {
    total = hql;
    return this;
  }

  String from() {
    return from.toString();
  }

  String total() {
    return total == null ? "select count(*) " + from : total;
  }
}
