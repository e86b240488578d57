package dev.prepgraph.practice;

import dev.prepgraph.practice.fsrs.CardState;
import dev.prepgraph.practice.model.CardEntity;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The preparation of the account that the transaction acts for. */
@ApplicationScoped
class ReadinessRepository implements PanacheRepositoryBase<CardEntity, UUID> {

  /**
   * A user's preparation of a question.
   *
   * @param answered whether the answer is READY
   * @param card null before the first practice
   * @param ratings the newest score by each criterion's slug
   * @param interviewAt when the nearest interview for the guide takes place; now without one
   */
  record Part(
      boolean answered, CardState card, Map<String, Integer> ratings, Instant interviewAt) {}

  /** One statement, whatever features contribute interviews. */
  private static final String PARTS =
      """
      select wanted.id, coalesce((select min(at) from interview where guide_id = :guide), catalogue.now()) as interview_at,
        coalesce(r.status = 'READY', false) as answered, rated.criterion, rated.score, %s
      from unnest(cast(:questions as uuid[])) as wanted (id)
      left join answer.saved_answer a on a.account_id = viewer.account_id() and a.question_id = wanted.id
      left join answer.answer_revision r on r.account_id = a.account_id and r.answer_id = a.id and r.version = a.version
      left join lateral (
        select distinct on (criterion) criterion, score from practice.assessment
        where account_id = viewer.account_id() and answer_id = a.id order by criterion, version desc) rated on true
      left join practice.card c on c.account_id = viewer.account_id() and c.question_id = wanted.id
      """
          .formatted(PracticeRepository.CARD);

  private final Interviews interviews;

  ReadinessRepository(Interviews interviews) {
    this.interviews = interviews;
  }

  /** The preparation of each of the questions, which a guide asks. */
  Map<UUID, Part> parts(UUID guide, Collection<UUID> questions) {
    Map<UUID, Part> parts = new HashMap<>();
    getSession()
        .createNativeQuery("with " + interviews.sql() + PARTS, Tuple.class)
        .setParameter("guide", guide)
        .setParameter("questions", questions.toArray(UUID[]::new))
        .getResultList()
        .forEach(row -> add(parts, row));
    return parts;
  }

  private static void add(Map<UUID, Part> parts, Tuple row) {
    Part part =
        parts.computeIfAbsent(
            row.get("id", UUID.class),
            id ->
                new Part(
                    row.get("answered", Boolean.class),
                    PracticeRepository.card(row),
                    new HashMap<>(),
                    row.get("interview_at", Instant.class)));
    String criterion = row.get("criterion", String.class);
    if (criterion != null) {
      part.ratings().put(criterion, row.get("score", Integer.class));
    }
  }
}
