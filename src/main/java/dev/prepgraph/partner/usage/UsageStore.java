package dev.prepgraph.partner.usage;

import dev.prepgraph.common.Resources;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/** Stores counts, each batch in one statement, which adds them to those of other replicas. */
@ApplicationScoped
class UsageStore {

  /** Searches of a partner on a day. */
  static final int MAX_SEARCHES = 1_000;

  /** Searches of a day by fewer callers are not reported, because they may tell of single users. */
  static final int MIN_SEARCHES = 5;

  static final int MAX_DAYS = 400;

  /** Other replicas store their counts of a past day for this time. */
  private static final int LATE_DAYS = 2;

  private static final String ADD = Resources.text("/db/usage/add.sql");
  private static final String PURGE = Resources.text("/db/usage/purge.sql");

  private final DataSource dataSource;

  UsageStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  void add(Map<UsageCounter.Key, Long> counts) throws SQLException {
    List<UsageCounter.Key> keys = List.copyOf(counts.keySet());
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(ADD)) {
      setArray(statement, 1, "uuid", keys, UsageCounter.Key::partner);
      setArray(statement, 2, "text", keys, key -> key.day().toString());
      setArray(statement, 3, "text", keys, key -> key.kind().name());
      setArray(statement, 4, "text", keys, UsageCounter.Key::key);
      setArray(statement, 5, "bigint", keys, counts::get);
      statement.setInt(6, MAX_SEARCHES);
      statement.execute();
    }
  }

  private static void setArray(
      PreparedStatement statement,
      int index,
      String type,
      List<UsageCounter.Key> keys,
      Function<UsageCounter.Key, ?> value)
      throws SQLException {
    statement.setArray(
        index, statement.getConnection().createArrayOf(type, keys.stream().map(value).toArray()));
  }

  /** Deletes what must not be kept, in batches. */
  void purge(LocalDate today) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(PURGE)) {
      statement.setObject(1, today.minusDays(MAX_DAYS));
      statement.setObject(2, today.minusDays(LATE_DAYS));
      statement.setInt(3, MIN_SEARCHES);
      int deleted = 1;
      while (deleted > 0) {
        deleted = statement.executeUpdate();
      }
    }
  }
}
