package dev.prepgraph.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.prepgraph.common.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** What exports of plans need beside the plans; one statement a call. */
@ApplicationScoped
class PlanArchive {

  /** What is told apart when plans are taken back: a user makes one at a time. */
  record Made(UUID guide, Instant createdAt) {}

  private static final String SLUGS =
      """
      select k.id, coalesce(c.slug, (select r.document->>'slug' from catalogue.%1$s_revision r
        where r.%1$s_id = k.id order by r.revision desc limit 1))
      from unnest(cast(:ids as uuid[])) as k (id) left join catalogue.%1$s c on c.id = k.id
      """;

  private static final String KEYS =
      """
      select w.at, coalesce(k.id, c.id) from json_to_recordset(cast(:wanted as json)) as w (at int, id uuid, slug text)
      left join lateral (select %1$s_id as id from catalogue.%1$s_revision where %1$s_id = w.id limit 1) k on true
      left join catalogue.%1$s c on k.id is null and c.slug = w.slug
      """;

  private final PlanRepository repository;

  PlanArchive(PlanRepository repository) {
    this.repository = repository;
  }

  /** All of the user's plans, the oldest first. The stream is to be closed. */
  Stream<StoredPlan> read(StatelessSession session) {
    return repository.stream(session);
  }

  /** The slugs of guides, published or not, by key. */
  Map<UUID, String> guideSlugs(StatelessSession session, Collection<UUID> keys) {
    return slugs(session, "guide", keys);
  }

  /** The slugs of questions, published or not, by key. */
  Map<UUID, String> questionSlugs(StatelessSession session, Collection<UUID> keys) {
    return slugs(session, "question", keys);
  }

  private static Map<UUID, String> slugs(
      StatelessSession session, String kind, Collection<UUID> keys) {
    Map<UUID, String> slugs = new HashMap<>();
    Sql.rows(session, SLUGS.formatted(kind), Map.of("ids", keys.toArray(UUID[]::new)))
        .forEach(row -> slugs.put((UUID) row[0], (String) row[1]));
    return slugs;
  }

  /**
   * Finds guides, published or not, by their key or else by their slug.
   *
   * @param wanted objects with {@code at}, {@code slug} and perhaps {@code id}
   * @return their keys by {@code at}, as far as there ever was such a guide
   */
  Map<Integer, UUID> guides(StatelessSession session, ArrayNode wanted) {
    return keys(session, "guide", wanted);
  }

  /** The same for questions. */
  Map<Integer, UUID> questions(StatelessSession session, ArrayNode wanted) {
    return keys(session, "question", wanted);
  }

  private static Map<Integer, UUID> keys(StatelessSession session, String kind, ArrayNode wanted) {
    Map<Integer, UUID> keys = new HashMap<>();
    for (Object[] row :
        Sql.rows(session, KEYS.formatted(kind), Map.of("wanted", wanted.toString()))) {
      if (row[1] != null) {
        keys.put((Integer) row[0], (UUID) row[1]);
      }
    }
    return keys;
  }

  /** Which plans the user has. */
  Set<Made> made(StatelessSession session) {
    List<Object[]> rows =
        Sql.rows(
            session,
            "select guide_id, created_at from plan.prep_plan where account_id = viewer.account_id()",
            Map.of());
    Set<Made> made = new HashSet<>();
    rows.forEach(row -> made.add(new Made((UUID) row[0], (Instant) row[1])));
    return made;
  }
}
