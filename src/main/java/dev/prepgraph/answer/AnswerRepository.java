package dev.prepgraph.answer;

import dev.prepgraph.account.Account;
import dev.prepgraph.answer.StoredAnswer.Content;
import dev.prepgraph.answer.schema.AnswerRevision;
import dev.prepgraph.answer.schema.SavedAnswerFilter;
import dev.prepgraph.answer.schema.SavedAnswerStatus;
import dev.prepgraph.answer.schema.StarAnswer;
import dev.prepgraph.common.Sql;
import dev.prepgraph.paging.NewestFirst;
import dev.prepgraph.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * Reads and writes answers, in the transaction of the user whose they are; one statement a call.
 */
@ApplicationScoped
class AnswerRepository {

  /** What a save of an answer to a question has to know. */
  record Target(Integer questionRevision, StoredAnswer answer, int answers) {}

  /** A page of answers, and how many there are on all pages. */
  record Answers(List<StoredAnswer> found, int total) {}

  /** A page of one answer's revisions, and how many it has. */
  record Revisions(List<AnswerRevision> found, int total) {}

  /** The columns that {@link #content} reads, and when the revision was saved. */
  static final String REVISION =
      "r.status, r.body, r.situation, r.task, r.action, r.result, r.question_revision, r.saved_at";

  private static final String ANSWER =
      "a.id, a.question_id, a.version, a.created_at, coalesce(q.revision > r.question_revision, false) as stale, "
          + REVISION;

  private static final String FROM =
      """
       from answer.saved_answer a
      join answer.answer_revision r on r.answer_id = a.id and r.version = a.version
      left join catalogue.question q on q.id = a.question_id
      """;

  private static final String SAVE =
      """
      with saved as (
        insert into answer.saved_answer as a (question_id, version) values (:question, 1)
        on conflict (account_id, question_id) do update set version = a.version + 1 where a.version = :expected
        returning id, version, created_at),
      kept as (
        insert into answer.answer_revision
          (answer_id, version, question_revision, status, body, situation, task, action, result)
        select id, version, :questionRevision, :status, :body, :situation, :task, :action, :result from saved
        returning saved_at),
      thinned as (
        delete from answer.answer_revision r using saved s
        where r.answer_id = s.id and r.version <= s.version - :newest
          and (r.saved_at < catalogue.now() - make_interval(days => :days)
            or exists (select from answer.answer_revision n
              where n.answer_id = r.answer_id and n.version > r.version
                and date_trunc('day', n.saved_at, 'UTC') = date_trunc('day', r.saved_at, 'UTC'))))
      select s.id, s.version, s.created_at, k.saved_at,
        coalesce((select revision from catalogue.question where id = :question) > :questionRevision, false)
      from saved s, kept k
      """;

  private final AnswerConfig config;

  AnswerRepository(AnswerConfig config) {
    this.config = config;
  }

  /** Reads what a save has to know; the answer is null where there is none yet. */
  Target target(StatelessSession session, Account account, UUID question) {
    Object[] row =
        Sql.row(
            session,
            "select "
                + ANSWER
                + """
                , q.revision, case when a.id is null then (select count(*) from answer.saved_answer) else 0 end
                from (select cast(:question as uuid) as id) wanted
                left join catalogue.question q on q.id = wanted.id
                left join answer.saved_answer a on a.question_id = wanted.id and a.account_id = :account
                left join answer.answer_revision r on r.answer_id = a.id and r.version = a.version
                """,
            Map.of("question", question, "account", account.id()));
    return new Target(
        (Integer) row[13], row[0] == null ? null : answer(row), ((Number) row[14]).intValue());
  }

  /**
   * Adds a revision, and drops those that are too old to be kept.
   *
   * @param expected the version that the answer has; 0 for none
   * @return empty when it has another version
   */
  Optional<StoredAnswer> save(
      StatelessSession session, UUID question, int expected, Content content) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("question", question);
    parameters.put("expected", expected);
    parameters.put("newest", config.newestRevisions());
    parameters.put("days", config.dailyRevisions());
    bind(parameters, content);
    return Sql.rows(session, SAVE, parameters).stream()
        .findFirst()
        .map(
            row ->
                new StoredAnswer(
                    (UUID) row[0],
                    question,
                    (int) row[1],
                    content,
                    (boolean) row[4],
                    (Instant) row[2],
                    (Instant) row[3]));
  }

  static void bind(Map<String, Object> parameters, Content content) {
    StarAnswer star = content.text().star();
    parameters.put("questionRevision", content.questionRevision());
    parameters.put("status", content.status().name());
    parameters.put("body", content.text().body());
    parameters.put("situation", star == null ? null : star.situation());
    parameters.put("task", star == null ? null : star.task());
    parameters.put("action", star == null ? null : star.action());
    parameters.put("result", star == null ? null : star.result());
  }

  List<StoredAnswer> byIds(StatelessSession session, Account account, Collection<UUID> ids) {
    return answers(session, account, "a.id", ids);
  }

  List<StoredAnswer> byQuestions(
      StatelessSession session, Account account, Collection<UUID> questions) {
    return answers(session, account, "a.question_id", questions);
  }

  private List<StoredAnswer> answers(
      StatelessSession session, Account account, String column, Collection<UUID> keys) {
    return Sql.rows(
            session,
            "select "
                + ANSWER
                + FROM
                + " where a.account_id = :account and "
                + column
                + " = any(:keys)",
            Map.of("account", account.id(), "keys", keys.toArray(UUID[]::new)))
        .stream()
        .map(AnswerRepository::answer)
        .toList();
  }

  /** Reads a page of answers, the newest first, and one more where there are more. */
  Answers page(
      StatelessSession session, Account account, SavedAnswerFilter filter, PageRequest page) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("account", account.id());
    parameters.put("limit", page.size() + 1);
    String order = page.backward() ? "asc" : "desc";
    String sql =
        "with matching as (select a.id, a.created_at"
            + FROM
            + " where a.account_id = :account"
            + conditions(filter, parameters)
            + "), page as (select m.id from matching m where true"
            + NewestFirst.within("m.created_at", "m.id", page, parameters)
            + " order by m.created_at %s, m.id %s limit :limit)".formatted(order, order)
            + " select "
            + ANSWER
            + ", t.total from (select count(*) as total from matching) t left join (page p join"
            + FROM.substring(" from".length())
            + " on p.id = a.id) on true order by a.created_at %s, a.id %s".formatted(order, order);
    List<Object[]> rows = Sql.rows(session, sql, parameters);
    List<StoredAnswer> found = new ArrayList<>();
    for (Object[] row : rows) {
      if (row[0] != null) {
        found.add(answer(row));
      }
    }
    return new Answers(found, ((Number) rows.get(0)[13]).intValue());
  }

  private static String conditions(SavedAnswerFilter filter, Map<String, Object> parameters) {
    StringBuilder conditions = new StringBuilder();
    if (filter.guide() != null) {
      conditions.append(
          " and a.question_id in (select gq.question_id from catalogue.guide_question gq"
              + " join catalogue.guide g on g.id = gq.guide_id where g.slug = :guide)");
      parameters.put("guide", filter.guide());
    }
    if (filter.status() != null) {
      conditions.append(" and r.status = :status");
      parameters.put("status", filter.status().name());
    }
    if (filter.stale() != null) {
      conditions.append(" and coalesce(q.revision > r.question_revision, false) = :stale");
      parameters.put("stale", filter.stale());
    }
    return conditions.toString();
  }

  /** What {@link #page} sorts by. */
  static String sortKey(StoredAnswer answer) {
    return NewestFirst.sortKey(answer.createdAt(), answer.id());
  }

  /**
   * Reads the same page of the revisions of several answers, the newest first, each with one more.
   */
  Map<UUID, Revisions> revisions(
      StatelessSession session, Account account, Collection<UUID> answers, PageRequest page) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("account", account.id());
    parameters.put("answers", answers.toArray(UUID[]::new));
    parameters.put("limit", page.size() + 1);
    String bounds = "";
    if (page.after() != null) {
      bounds += " and r.version < :after";
      parameters.put("after", Integer.parseInt(page.after()));
    }
    if (page.before() != null) {
      bounds += " and r.version > :before";
      parameters.put("before", Integer.parseInt(page.before()));
    }
    String sql =
        "select a.id, r.version, (select count(*) from answer.answer_revision c where c.answer_id = a.id), "
            + REVISION
            + " from answer.saved_answer a left join lateral (select * from answer.answer_revision r where r.answer_id = a.id"
            + bounds
            + " order by r.version %s limit :limit) r on true"
                .formatted(page.backward() ? "asc" : "desc")
            + " where a.account_id = :account and a.id = any(:answers)"
            + " order by a.id, r.version %s".formatted(page.backward() ? "asc" : "desc");
    Map<UUID, Revisions> found = new LinkedHashMap<>();
    for (Object[] row : Sql.rows(session, sql, parameters)) {
      Revisions revisions =
          found.computeIfAbsent(
              (UUID) row[0], id -> new Revisions(new ArrayList<>(), ((Number) row[2]).intValue()));
      if (row[1] != null) {
        Content content = content(row, 3);
        revisions
            .found()
            .add(
                new AnswerRevision(
                    (int) row[1],
                    content.text().body(),
                    content.text().star(),
                    content.status(),
                    (Instant) row[10]));
      }
    }
    return found;
  }

  /** What one revision of an answer says; empty when it is not kept. */
  Optional<Content> content(StatelessSession session, Account account, UUID answer, int version) {
    return Sql.rows(
            session,
            "select "
                + REVISION
                + """
                 from answer.answer_revision r
                where r.account_id = :account and r.answer_id = :answer and r.version = :version
                """,
            Map.of("account", account.id(), "answer", answer, "version", version))
        .stream()
        .findFirst()
        .map(row -> content(row, 0));
  }

  /** Deletes an answer with its history; false when there is none. */
  boolean delete(StatelessSession session, Account account, UUID answer) {
    return Sql.execute(
            session,
            "delete from answer.saved_answer where account_id = :account and id = :answer",
            Map.of("account", account.id(), "answer", answer))
        > 0;
  }

  private static StoredAnswer answer(Object[] row) {
    return new StoredAnswer(
        (UUID) row[0],
        (UUID) row[1],
        (int) row[2],
        content(row, 5),
        (boolean) row[4],
        (Instant) row[3],
        (Instant) row[12]);
  }

  /** Out of the columns of a revision, which begin somewhere in the row. */
  static Content content(Object[] row, int column) {
    return new Content(
        AnswerText.of(
            (String) row[column + 1],
            (String) row[column + 2],
            (String) row[column + 3],
            (String) row[column + 4],
            (String) row[column + 5]),
        SavedAnswerStatus.valueOf((String) row[column]),
        (int) row[column + 6]);
  }
}
