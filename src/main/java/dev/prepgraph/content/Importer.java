package dev.prepgraph.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.prepgraph.common.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/**
 * Makes drafts of what a content pack holds. All or nothing, and safe to repeat and to run twice at
 * once.
 */
@ApplicationScoped
public class Importer {

  /**
   * What an import did.
   *
   * @param read how many guides, questions and criteria the pack holds
   * @param changed how many of them were new or different
   */
  public record Result(int read, int changed) {}

  private static final int BATCH = 200;

  private final Database database;

  Importer(DataSource dataSource, Clock clock) {
    this.database = new Database(dataSource, clock);
  }

  /**
   * Imports a pack.
   *
   * @param dryRun whether only to try
   * @param progress is told how many guides were read
   * @throws PackException when the pack has mistakes; nothing is changed then
   */
  Result run(Pack pack, boolean dryRun, IntConsumer progress) {
    return database.alone(
        !dryRun,
        connection -> {
          Database.execute(connection, Drafts.STAGE);
          try (Stage stage = new Stage(connection)) {
            new PackReader(stage)
                .read(pack, (kind, slugs) -> known(connection, kind, slugs), progress);
            stage.flush();
          }
          Database.execute(connection, "analyze staged");
          int read = count(connection);
          Database.execute(connection, Drafts.COMPARE);
          int changed = count(connection);
          for (String sql : Drafts.MERGE) {
            Database.execute(connection, sql);
          }
          Database.execute(connection, "set constraints all immediate");
          return new Result(read, changed);
        });
  }

  private static int count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select count(*) from staged where kind in ('GUIDE', 'QUESTION', 'CRITERION')")) {
      result.next();
      return result.getInt(1);
    }
  }

  private static Set<String> known(
      Connection connection, PackReader.Kind kind, Collection<String> slugs) {
    String table = "content." + kind.name().toLowerCase(Locale.ROOT);
    try (PreparedStatement statement =
        connection.prepareStatement("select slug from " + table + " where slug = any(?)")) {
      statement.setArray(1, connection.createArrayOf("text", slugs.toArray()));
      Set<String> found = new HashSet<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          found.add(result.getString(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The database refused: " + e.getMessage(), e);
    }
  }

  /** Sends what is read to the staging table. */
  private static final class Stage implements PackReader.Sink, AutoCloseable {

    private static final ObjectWriter CANONICAL =
        JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build().writer();

    private final PreparedStatement insert;
    private int waiting;

    Stage(Connection connection) throws SQLException {
      this.insert =
          connection.prepareStatement(
              "insert into staged (kind, slug, position, document, digest) values (?, ?, ?, ?::jsonb, ?)");
    }

    @Override
    public void item(PackReader.Kind kind, String slug, int position, JsonNode document) {
      try {
        String json = CANONICAL.writeValueAsString(document);
        insert.setString(1, kind.name());
        insert.setString(2, slug);
        insert.setInt(3, position);
        insert.setString(4, json);
        insert.setBytes(5, Sha256.of(position + json));
        insert.addBatch();
        if (++waiting % BATCH == 0) {
          flush();
        }
      } catch (SQLException | JsonProcessingException e) {
        throw new IllegalStateException("A pack's item cannot be staged", e);
      }
    }

    void flush() throws SQLException {
      insert.executeBatch();
    }

    @Override
    public void close() throws SQLException {
      insert.close();
    }
  }
}
