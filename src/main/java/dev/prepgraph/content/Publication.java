package dev.prepgraph.content;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Publishes the drafts: all that changed since the last publication gets its next revision, which
 * is immutable. Idempotent, and safe to run concurrently.
 */
@ApplicationScoped
public class Publication {

  /**
   * The outcome of a publication.
   *
   * @param revision of the catalogue
   * @param changed how many guides and questions got a new revision
   */
  public record Result(int revision, int changed) {}

  private final Database database;

  Publication(DataSource dataSource, Clock clock) {
    this.database = new Database(dataSource, clock);
  }

  /** Publishes all drafts that differ from what is published. */
  Result run() {
    Map<String, Integer> published =
        database.alone(true, connection -> Database.run(connection, "publish"));
    return new Result(published.get("revision"), published.get("changed"));
  }
}
