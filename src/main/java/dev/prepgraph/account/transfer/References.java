package dev.prepgraph.account.transfer;

import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.common.Sql;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/**
 * Resolves references: by id, published or not any longer, or else by the slug of what is
 * published.
 */
public final class References {

  /**
   * What a reference stands for.
   *
   * @param revision the newest
   */
  public record Target(UUID key, int revision) {}

  @RegisterForReflection
  private record Wanted(int at, UUID id, String slug) {}

  private static final String RESOLVE =
      """
      select w.at as at, coalesce(k.id, c.id) as key, coalesce(k.revision, c.revision) as revision
      from json_to_recordset(cast(:wanted as json)) as w (at int, id uuid, slug text)
      left join lateral (select %1$s_id as id, revision from catalogue.%1$s_revision
        where %1$s_id = w.id order by revision desc limit 1) k on true
      left join catalogue.%1$s c on k.id is null and c.slug = w.slug
      where k.id is not null or c.id is not null
      """;

  private References() {}

  /** The questions that references stand for; one query. Unknown ones are left out. */
  public static Map<Reference, Target> questions(
      StatelessSession session, Stream<Reference> references) {
    return resolve(session, "question", QuestionService::key, references);
  }

  /** The guides that references stand for; one query. Unknown ones are left out. */
  public static Map<Reference, Target> guides(
      StatelessSession session, Stream<Reference> references) {
    return resolve(session, "guide", GuideService::key, references);
  }

  private static Map<Reference, Target> resolve(
      StatelessSession session,
      String kind,
      Function<String, Optional<UUID>> key,
      Stream<Reference> references) {
    List<Reference> distinct = references.filter(Objects::nonNull).distinct().toList();
    List<Wanted> wanted =
        Stream.iterate(0, at -> at < distinct.size(), at -> at + 1)
            .map(at -> wanted(at, distinct.get(at), key))
            .toList();
    Map<Reference, Target> found = new HashMap<>();
    try (Stream<Tuple> rows =
        Sql.tuples(
            session, RESOLVE.formatted(kind), Map.of("wanted", TransferJson.print(wanted)))) {
      rows.forEach(
          row ->
              found.put(
                  distinct.get(row.get("at", Integer.class)),
                  new Target(row.get("key", UUID.class), row.get("revision", Integer.class))));
    }
    return found;
  }

  private static Wanted wanted(int at, Reference reference, Function<String, Optional<UUID>> key) {
    UUID id = reference.id() == null ? null : key.apply(reference.id()).orElse(null);
    return new Wanted(at, id, reference.slug());
  }

  /** SQL for the slug of a question, published or not any longer, by an expression for its key. */
  public static String questionSlug(String key) {
    return slug("question", key);
  }

  /** SQL for the slug of a guide, published or not any longer, by an expression for its key. */
  public static String guideSlug(String key) {
    return slug("guide", key);
  }

  private static String slug(String kind, String key) {
    return """
        coalesce((select slug from catalogue.%1$s where id = %2$s),
          (select k.document->>'slug' from catalogue.%1$s_revision k where k.%1$s_id = %2$s order by k.revision desc limit 1))
        """
        .formatted(kind, key);
  }
}
