package dev.prepgraph.practice;

import dev.prepgraph.answer.schema.SavedAnswerStatus;
import dev.prepgraph.practice.model.CardEntity;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;

/** The progress of the transaction's account in questions and guides. */
@ApplicationScoped
class ProgressRepository implements PanacheRepositoryBase<CardEntity, UUID> {

  /**
   * A question of a guide.
   *
   * @param status of the saved answer; null without one
   * @param card null before the first practice
   */
  @RegisterForReflection
  record Progress(UUID guide, SavedAnswerStatus status, CardEntity card) {}

  private static final String OF_GUIDES =
      """
      select g.key.guideId, r.content.status, c
      from GuideQuestionEntity g
      left join SavedAnswerEntity a on a.questionId = g.questionId
      left join AnswerRevisionEntity r on r.key.answerId = a.id and r.key.version = a.version
      left join CardEntity c on c.questionId = g.questionId
      where g.key.guideId in :guides
      """;

  List<CardEntity> cards(Collection<UUID> questions) {
    return find("questionId in ?1", questions).withHint(HibernateHints.HINT_READ_ONLY, true).list();
  }

  /** A row for each question of each guide. */
  List<Progress> ofGuides(Collection<UUID> guides) {
    return find(OF_GUIDES, Map.of("guides", guides))
        .withHint(HibernateHints.HINT_READ_ONLY, true)
        .project(Progress.class)
        .list();
  }
}
