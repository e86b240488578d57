package dev.prepgraph.practice.session;

import dev.prepgraph.account.Account;
import dev.prepgraph.common.Sql;
import dev.prepgraph.paging.NewestFirst;
import dev.prepgraph.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * Reads and writes timed sessions, in the transaction of the user whose they are; one statement a
 * call.
 */
@ApplicationScoped
class SessionRepository {

  /** A session, with how many of its questions were answered. */
  record Stored(
      UUID id,
      UUID guide,
      int minutesEach,
      Instant startedAt,
      Instant finishedAt,
      Instant now,
      int questions,
      int answered,
      int late) {}

  /** A page of sessions, and how many there are on all pages. */
  record Sessions(List<Stored> found, int total) {}

  /**
   * What answering a question has to know.
   *
   * @param deadline null where the session has no such question
   * @param body null while it is not answered
   */
  record Target(boolean finished, Instant deadline, String body, int version, boolean late) {}

  private static final String SESSION =
      """
      s.id, s.guide_id, s.minutes_each, s.started_at, s.finished_at, catalogue.now(), a.questions, a.answered, a.late
      """;

  private static final String ANSWERS =
      """
       cross join lateral (
        select count(*) as questions, count(q.answered_at) as answered, count(*) filter (where q.late) as late
        from practice.session_question q where q.session_id = s.id) a
      """;

  private static final String DEADLINE =
      "s.started_at + make_interval(mins => s.minutes_each * q.position)";

  int count(StatelessSession session, Account account) {
    Object[] row =
        Sql.row(
            session,
            "select count(*) from practice.session where account_id = :account",
            Map.of("account", account.id()));
    return ((Number) row[0]).intValue();
  }

  /** Starts a session with these questions, in this order; returns its key. */
  UUID start(StatelessSession session, UUID guide, int minutesEach, List<UUID> questions) {
    Object[] row =
        Sql.row(
            session,
            """
            with started as (
              insert into practice.session (guide_id, minutes_each) values (:guide, :minutesEach) returning id),
            asked as (
              insert into practice.session_question (session_id, position, question_id)
              select id, q.position, q.question from started,
                unnest(cast(:questions as uuid[])) with ordinality as q (question, position))
            select id from started
            """,
            Map.of(
                "guide", guide,
                "minutesEach", minutesEach,
                "questions", questions.toArray(UUID[]::new)));
    return (UUID) row[0];
  }

  List<Stored> byIds(StatelessSession session, Account account, Collection<UUID> ids) {
    return Sql.rows(
            session,
            "select "
                + SESSION
                + " from practice.session s"
                + ANSWERS
                + " where s.account_id = :account and s.id = any(:ids)",
            Map.of("account", account.id(), "ids", ids.toArray(UUID[]::new)))
        .stream()
        .map(SessionRepository::stored)
        .toList();
  }

  /** Reads a page of sessions, the newest first, and one more where there are more. */
  Sessions page(StatelessSession session, Account account, PageRequest page) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("account", account.id());
    parameters.put("limit", page.size() + 1);
    String order = page.backward() ? "asc" : "desc";
    String sql =
        "select "
            + SESSION
            + """
            , t.total
            from (select count(*) as total from practice.session where account_id = :account) t
            left join ((select * from practice.session s where s.account_id = :account
            """
            + NewestFirst.within("s.started_at", "s.id", page, parameters)
            + " order by s.started_at %s, s.id %s limit :limit) s".formatted(order, order)
            + ANSWERS
            + ") on true order by s.started_at %s, s.id %s".formatted(order, order);
    List<Object[]> rows = Sql.rows(session, sql, parameters);
    List<Stored> found = new ArrayList<>();
    for (Object[] row : rows) {
      if (row[0] != null) {
        found.add(stored(row));
      }
    }
    return new Sessions(found, ((Number) rows.get(0)[9]).intValue());
  }

  /** What {@link #page} sorts by. */
  static String sortKey(Stored stored) {
    return NewestFirst.sortKey(stored.startedAt(), stored.id());
  }

  /**
   * The questions of sessions, in order.
   *
   * @param locale the language that they will be shown in, or null
   */
  List<PracticeSessionQuestion> questions(
      StatelessSession session, Account account, Collection<UUID> sessions, String locale) {
    return Sql.rows(
            session,
            "select q.session_id, q.position, "
                + DEADLINE
                + """
                , q.body, q.answered_at, q.late, q.version, q.question_id
                from practice.session s join practice.session_question q on q.session_id = s.id
                where s.account_id = :account and s.id = any(:ids) order by q.session_id, q.position
                """,
            Map.of("account", account.id(), "ids", sessions.toArray(UUID[]::new)))
        .stream()
        .map(
            row ->
                new PracticeSessionQuestion(
                    (int) row[1],
                    (Instant) row[2],
                    (String) row[3],
                    (Instant) row[4],
                    (boolean) row[5],
                    (int) row[6],
                    (UUID) row[0],
                    (UUID) row[7],
                    locale))
        .toList();
  }

  /** What answering a question has to know; empty when there is no such session. */
  Optional<Target> target(StatelessSession session, Account account, UUID id, int position) {
    return Sql.rows(
            session,
            "select s.finished_at is not null, "
                + DEADLINE
                + """
                , q.body, coalesce(q.version, 0), coalesce(q.late, false)
                from practice.session s
                left join practice.session_question q on q.session_id = s.id and q.position = :position
                where s.account_id = :account and s.id = :id
                """,
            Map.of("account", account.id(), "id", id, "position", position))
        .stream()
        .findFirst()
        .map(
            row ->
                new Target(
                    (boolean) row[0],
                    (Instant) row[1],
                    (String) row[2],
                    (int) row[3],
                    (boolean) row[4]));
  }

  /** Saves an answer. */
  void answer(
      StatelessSession session, UUID id, int position, String body, Instant at, boolean late) {
    Sql.execute(
        session,
        """
        update practice.session_question set body = :body, answered_at = :at, late = :late, version = version + 1
        where session_id = :id and position = :position and account_id = viewer.account_id()
        """,
        Map.of("id", id, "position", position, "body", body, "at", at, "late", late));
  }

  /** Finishes a session, unless it is. */
  void finish(StatelessSession session, UUID id) {
    Sql.execute(
        session,
        """
        update practice.session set finished_at = catalogue.now()
        where id = :id and finished_at is null and account_id = viewer.account_id()
        """,
        Map.of("id", id));
  }

  /** Deletes a session with its answers; false when there is none. */
  boolean delete(StatelessSession session, Account account, UUID id) {
    return Sql.execute(
            session,
            "delete from practice.session where account_id = :account and id = :id",
            Map.of("account", account.id(), "id", id))
        > 0;
  }

  private static Stored stored(Object[] row) {
    return new Stored(
        (UUID) row[0],
        (UUID) row[1],
        (int) row[2],
        (Instant) row[3],
        (Instant) row[4],
        (Instant) row[5],
        ((Number) row[6]).intValue(),
        ((Number) row[7]).intValue(),
        ((Number) row[8]).intValue());
  }
}
