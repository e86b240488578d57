package dev.prepgraph.catalogue.change;

import dev.prepgraph.catalogue.store.CatalogueDatabase;
import dev.prepgraph.common.Hql;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the localizations of published objects by the revision of their last change. */
@ApplicationScoped
class ChangeRepository {

  /** A localization with its last change. */
  @RegisterForReflection
  record Change(
      String kind,
      UUID id,
      String locale,
      String slug,
      boolean published,
      int publishedRevision,
      int revision,
      Instant changedAt) {}

  /**
   * The keys of the order.
   *
   * @param started the revision of the first page
   */
  record Position(int started, int revision, String kind, UUID id, String locale) {

    private static final UUID LEAST = new UUID(0, 0);

    /** The position before all changes after a revision. */
    static Position first(int started, int since) {
      return new Position(started, since + 1, "", LEAST, "");
    }

    Position at(Change change) {
      return new Position(started, change.revision(), change.kind(), change.id(), change.locale());
    }

    static Position parse(String printed) {
      String[] keys = printed.split(" ");
      return new Position(
          Integer.parseInt(keys[0]),
          Integer.parseInt(keys[1]),
          keys[2],
          UUID.fromString(keys[3]),
          keys[4]);
    }

    @Override
    public String toString() {
      return started + " " + revision + " " + kind + " " + id + " " + locale;
    }
  }

  private static final String NEWEST =
      "select coalesce(max(p.revision), 0) from PublicationEntity p";

  /**
   * Omits withdrawn objects that the client never saw: those that appeared after its revision and
   * were withdrawn before its first page.
   */
  private static final String CHANGES =
      """
      select l.key.kind, l.key.id, l.key.locale, l.slug, l.published, l.publishedRevision, l.changedRevision, p.publishedAt
      from LocalizationEntity l join PublicationEntity p on p.revision = l.changedRevision
      where (l.published or l.firstRevision <= :since or l.changedRevision > :started)
        and l.changedRevision <= :current
        and (l.changedRevision, l.key.kind, l.key.id, l.key.locale) > (:revision, :kind, :id, :locale)
      order by l.changedRevision, l.key.kind, l.key.id, l.key.locale
      limit :limit
      """;

  static {
    Hql.learn(NEWEST, CHANGES);
  }

  private final CatalogueDatabase database;

  ChangeRepository(CatalogueDatabase database) {
    this.database = database;
  }

  /** The newest revision, from the primary. */
  int newestRevision() {
    return database.newest(Integer.class, NEWEST, Map.of()).get(0);
  }

  /** The first changes after a revision and a position. */
  List<Change> changes(int since, int current, Position after, int limit) {
    return database.list(
        Change.class,
        CHANGES,
        Map.of(
            "started", after.started(),
            "since", since,
            "current", current,
            "revision", after.revision(),
            "kind", after.kind(),
            "id", after.id(),
            "locale", after.locale(),
            "limit", limit));
  }
}
