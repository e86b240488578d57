package dev.prepgraph.practice;

import dev.prepgraph.practice.model.AssessmentEntity;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Ratings of answers by the transaction's account. */
@ApplicationScoped
class AssessmentRepository
    implements PanacheRepositoryBase<AssessmentEntity, AssessmentEntity.Key> {

  /**
   * A revision of an answer.
   *
   * @param assessments the number of the user's assessments
   */
  @RegisterForReflection
  record Target(UUID question, long assessments) {}

  private static final String TARGET =
      """
      select a.questionId, (select count(*) from AssessmentEntity) from SavedAnswerEntity a
      join AnswerRevisionEntity r on r.key.answerId = a.id and r.key.version = :version
      where a.id = :answer
      """;

  private static final String NEWEST =
      """
      select a from AssessmentEntity a
      join (
        select n.key.answerId as answer, n.key.version as version,
          row_number() over (partition by n.key.answerId order by n.key.version desc) as place
        from AssessmentEntity n where in_array(:answers, n.key.answerId)
        group by n.key.answerId, n.key.version) rated
        on rated.answer = a.key.answerId and rated.version = a.key.version
      where rated.place <= :revisions
      """;

  /** Empty without such a revision. */
  Optional<Target> target(UUID answer, int version) {
    return find(TARGET, Map.of("answer", answer, "version", version))
        .project(Target.class)
        .singleResultOptional();
  }

  List<AssessmentEntity> ofRevision(UUID answer, int version) {
    return list("key.answerId = ?1 and key.version = ?2", answer, version);
  }

  /** The ratings of the newest rated revisions of each answer. */
  List<AssessmentEntity> ofAnswers(Collection<UUID> answers, int revisions) {
    return list(
        NEWEST, Map.of("answers", answers.toArray(UUID[]::new), "revisions", (long) revisions));
  }
}
