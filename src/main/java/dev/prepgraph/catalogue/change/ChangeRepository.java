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

  /** The keys of the order. */
  record Position(int revision, String kind, UUID id, String locale) {

    private static final UUID LEAST = new UUID(0, 0);

    static Position of(Change change) {
      return new Position(change.revision(), change.kind(), change.id(), change.locale());
    }

    /** The position that a cursor holds, or that before all changes after a revision. */
    static Position parse(String printed, int since) {
      if (printed == null) {
        return new Position(since + 1, "", LEAST, "");
      }
      String[] keys = printed.split(" ");
      return new Position(Integer.parseInt(keys[0]), keys[1], UUID.fromString(keys[2]), keys[3]);
    }

    @Override
    public String toString() {
      return revision + " " + kind + " " + id + " " + locale;
    }
  }

  /** A withdrawal is no news to a client that never saw the object. */
  private static final String CHANGES =
      """
      select l.key.kind, l.key.id, l.key.locale, l.slug, l.published, l.publishedRevision, l.changedRevision, p.publishedAt
      from LocalizationEntity l join PublicationEntity p on p.revision = l.changedRevision
      where (l.published or l.firstRevision <= :since) and l.changedRevision <= :current
        and (l.changedRevision, l.key.kind, l.key.id, l.key.locale) > (:revision, :kind, :id, :locale)
      order by l.changedRevision, l.key.kind, l.key.id, l.key.locale
      limit :limit
      """;

  static {
    Hql.learn(CHANGES);
  }

  private final CatalogueDatabase database;

  ChangeRepository(CatalogueDatabase database) {
    this.database = database;
  }

  /** The first changes after a revision and a position. */
  List<Change> changes(int since, int current, Position after, int limit) {
    return database.list(
        Change.class,
        CHANGES,
        Map.of(
            "since", since,
            "current", current,
            "revision", after.revision(),
            "kind", after.kind(),
            "id", after.id(),
            "locale", after.locale(),
            "limit", limit));
  }
}
