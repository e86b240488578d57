package dev.prepgraph.practice;

import dev.prepgraph.account.Account;
import dev.prepgraph.common.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * Reads and writes how users rate their answers, in the transaction of the user whose they are; one
 * statement a call.
 */
@ApplicationScoped
class AssessmentRepository {

  /** One rating of a revision of an answer, by the slug of its criterion. */
  record Rating(UUID answer, int version, String criterion, int score, Instant assessedAt) {}

  /** How many revisions of an answer are told, the newest that were rated. */
  private static final int REVISIONS = 10;

  /**
   * The criteria of the question that an answer answers, as it is published, or was last.
   *
   * @return their slugs; empty when the answer has no such revision
   */
  Optional<Set<String>> criteria(
      StatelessSession session, Account account, UUID answer, int version) {
    return Sql.rows(
            session,
            """
            select coalesce(q.criteria, array(select json_array_elements_text(k.document -> 'criteria'))), a.id
            from answer.saved_answer a
            join answer.answer_revision r on r.answer_id = a.id and r.version = :version
            left join catalogue.question q on q.id = a.question_id
            left join lateral (select document from catalogue.question_revision
              where question_id = a.question_id and q.id is null order by revision desc limit 1) k on true
            where a.account_id = :account and a.id = :answer
            """,
            Map.of("account", account.id(), "answer", answer, "version", version))
        .stream()
        .findFirst()
        .map(row -> Set.copyOf(List.of((String[]) row[0])));
  }

  /** Rates a revision; what was rated before is rated anew. */
  void save(StatelessSession session, UUID answer, int version, Map<String, Integer> scores) {
    Sql.execute(
        session,
        """
        insert into practice.assessment as a (answer_id, version, criterion, score)
        select :answer, :version, r.criterion, r.score
        from unnest(cast(:criteria as text[]), cast(:scores as int[])) as r (criterion, score)
        on conflict (account_id, answer_id, version, criterion) do update set score = excluded.score, assessed_at = excluded.assessed_at
        """,
        Map.of(
            "answer",
            answer,
            "version",
            version,
            "criteria",
            scores.keySet().toArray(String[]::new),
            "scores",
            scores.values().toArray(Integer[]::new)));
  }

  /** The ratings of the newest rated revisions of each answer, the newest first. */
  List<Rating> ofAnswers(StatelessSession session, Account account, Collection<UUID> answers) {
    return ratings(
        session,
        "select answer_id, version, criterion, score, assessed_at from ("
            + " select *, dense_rank() over (partition by answer_id order by version desc) as place"
            + " from practice.assessment where account_id = :account and answer_id = any(:answers)) a"
            + " where place <= :revisions order by answer_id, version desc, criterion",
        Map.of(
            "account", account.id(),
            "answers", answers.toArray(UUID[]::new),
            "revisions", REVISIONS));
  }

  /** The ratings of one revision. */
  List<Rating> ofRevision(StatelessSession session, Account account, UUID answer, int version) {
    return ratings(
        session,
        """
        select answer_id, version, criterion, score, assessed_at from practice.assessment
        where account_id = :account and answer_id = :answer and version = :version order by criterion
        """,
        Map.of("account", account.id(), "answer", answer, "version", version));
  }

  private static List<Rating> ratings(
      StatelessSession session, String sql, Map<String, ?> parameters) {
    return Sql.rows(session, sql, parameters).stream()
        .map(
            row ->
                new Rating(
                    (UUID) row[0], (int) row[1], (String) row[2], (int) row[3], (Instant) row[4]))
        .toList();
  }
}
