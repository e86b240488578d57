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

  /** The catalogue's revision, and the number of new revisions of guides and questions. */
  public record Result(int revision, int changed) {}

  private final Database database;

  Publication(DataSource dataSource, Clock clock) {
    this.database = new Database(dataSource, clock);
  }

  Result run() {
    Map<String, Integer> published =
        database.inTransaction(true, connection -> Database.run(connection, "publish"));
    return new Result(published.get("revision"), published.get("changed"));
  }
}
