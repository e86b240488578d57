package dev.prepgraph.practice;

import dev.prepgraph.practice.model.AssessmentEntity;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
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

  private static final String QUESTION =
      """
      select a.questionId from SavedAnswerEntity a
      join AnswerRevisionEntity r on r.key.answerId = a.id and r.key.version = :version
      where a.id = :answer
      """;

  private static final String NEWEST =
      """
      from AssessmentEntity a where a.key.answerId in :answers and :revisions > (
        select count(distinct n.key.version) from AssessmentEntity n
        where n.key.answerId = a.key.answerId and n.key.version > a.key.version)
      """;

  /** The question of a revision of an answer; empty without such a revision. */
  Optional<UUID> question(UUID answer, int version) {
    return find(QUESTION, Map.of("answer", answer, "version", version))
        .project(UUID.class)
        .singleResultOptional();
  }

  List<AssessmentEntity> ofRevision(UUID answer, int version) {
    return list("key.answerId = ?1 and key.version = ?2", answer, version);
  }

  /** The ratings of the newest rated revisions of each answer. */
  List<AssessmentEntity> ofAnswers(Collection<UUID> answers, int revisions) {
    return list(NEWEST, Map.of("answers", answers, "revisions", revisions));
  }
}
