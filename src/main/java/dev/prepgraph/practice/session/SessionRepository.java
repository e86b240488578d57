package dev.prepgraph.practice.session;

import dev.prepgraph.paging.Keyset;
import dev.prepgraph.paging.Keyset.Key;
import dev.prepgraph.paging.KeysetPages;
import dev.prepgraph.paging.KeysetQuery;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.practice.model.SessionEntity;
import dev.prepgraph.practice.model.SessionQuestionEntity;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Timed sessions of the transaction's account. */
@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<SessionEntity, UUID> {

  /** A session with its numbers of questions. */
  @RegisterForReflection
  record Counted(SessionEntity session, long questions, long answered, long late) {}

  /**
   * A question of a session.
   *
   * @param question null for an invalid position
   */
  @RegisterForReflection
  record Target(SessionEntity session, SessionQuestionEntity question) {}

  private static final String COMPONENTS =
      """
      s, (select count(*) from SessionQuestionEntity q where q.key.sessionId = s.id),
        (select count(q.answeredAt) from SessionQuestionEntity q where q.key.sessionId = s.id),
        (select count(*) from SessionQuestionEntity q where q.key.sessionId = s.id and q.late)
      """;

  private static final String TARGET =
      """
      select s, q from SessionEntity s
      left join SessionQuestionEntity q on q.key.sessionId = s.id and q.key.position = :position
      where s.id = :id
      """;

  private static final String QUESTIONS =
      "select q from SessionQuestionEntity q where in_array(:ids, q.key.sessionId) order by q.key.position";

  private static final Keyset<Counted> NEWEST_FIRST =
      new Keyset<>(
          List.of(Key.time("s.startedAt"), Key.id("s.id")),
          counted -> List.of(counted.session().startedAt, counted.session().id));

  private final KeysetPages pages;

  SessionRepository(KeysetPages pages) {
    this.pages = pages;
  }

  /** Adds a session with questions in order. */
  void add(SessionEntity session, List<UUID> questions) {
    persist(session);
    for (int i = 0; i < questions.size(); i++) {
      var key = new SessionQuestionEntity.Key(session.id, i + 1);
      getSession().persist(new SessionQuestionEntity(key, questions.get(i)));
    }
  }

  List<Counted> byIds(Collection<UUID> ids) {
    return find(
            "select " + COMPONENTS + "from SessionEntity s where in_array(:ids, s.id)",
            Map.of("ids", ids.toArray(UUID[]::new)))
        .project(Counted.class)
        .list();
  }

  /** A page of sessions, the newest first. */
  Page<Counted> page(String scope, PageRequest request) {
    return pages.read(
        scope,
        new KeysetQuery<>(
            Counted.class, COMPONENTS, "from SessionEntity s where true", NEWEST_FIRST),
        request);
  }

  /** By position. */
  List<SessionQuestionEntity> questions(Collection<UUID> sessions) {
    return find(QUESTIONS, Map.of("ids", sessions.toArray(UUID[]::new)))
        .project(SessionQuestionEntity.class)
        .list();
  }

  /** Empty without such a session. */
  Optional<Target> target(UUID id, int position) {
    return find(TARGET, Map.of("id", id, "position", position))
        .project(Target.class)
        .singleResultOptional();
  }
}
