package dev.prepgraph.content;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Publishes drafts: each changed one gets its next, immutable revision. Idempotent, safe to run
 * concurrently.
 */
@ApplicationScoped
public class Publication {

  /**
   * The catalogue's revision.
   *
   * @param changed the number of new revisions of guides and questions
   * @param withdrawn the number of guides and questions that are no longer published
   */
  public record Result(int revision, int changed, int withdrawn) {}

  private final Database database;

  Publication(DataSource dataSource, Clock clock) {
    this.database = new Database(dataSource, clock);
  }

  Result run() {
    Map<String, Integer> published =
        database.inTransaction(true, connection -> Database.run(connection, "publish"));
    return new Result(
        published.get("revision"), published.get("changed"), published.get("withdrawn"));
  }
}
