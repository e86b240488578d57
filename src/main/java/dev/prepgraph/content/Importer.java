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
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/** Imports content packs as drafts: all or nothing, idempotent, safe to run concurrently. */
@ApplicationScoped
public class Importer {

  /**
   * Counts of guides, questions and criteria, and warnings to the editors.
   *
   * @param read the number in the pack
   * @param changed the number of new or different ones
   * @param warnings the first ones
   * @param moreWarnings the number of warnings after the first ones
   */
  public record Result(int read, int changed, List<PackProblem> warnings, int moreWarnings) {}

  private static final int BATCH = 200;

  private static final Set<PackReader.Kind> COUNTED =
      EnumSet.of(PackReader.Kind.GUIDE, PackReader.Kind.QUESTION, PackReader.Kind.CRITERION);

  private final Database database;

  Importer(DataSource dataSource, Clock clock) {
    this.database = new Database(dataSource, clock);
  }

  /**
   * Imports a pack, or rejects it with all its problems.
   *
   * @param progress receives the number of guides read so far
   */
  Result run(Pack pack, boolean dryRun, IntConsumer progress) {
    return database.inTransaction(
        !dryRun,
        connection -> {
          Database.run(connection, "stage");
          try (Stage stage = new Stage(connection)) {
            PackReader reader = new PackReader(stage);
            reader.read(pack, (kind, slugs) -> known(connection, kind, slugs), progress);
            stage.flush();
            return new Result(
                stage.counted,
                Database.run(connection, "merge").get("changed"),
                reader.warnings(),
                reader.moreWarnings());
          }
        });
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
          found.add(result.getString("slug"));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The slugs cannot be looked up: " + e.getMessage(), e);
    }
  }

  /** Sends items to the staging table in batches. */
  private static final class Stage implements PackReader.Sink, AutoCloseable {

    private static final ObjectWriter CANONICAL =
        JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build().writer();

    private final PreparedStatement insert;
    private int staged;

    private int counted;

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
        if (COUNTED.contains(kind)) {
          counted++;
        }
        if (++staged % BATCH == 0) {
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
