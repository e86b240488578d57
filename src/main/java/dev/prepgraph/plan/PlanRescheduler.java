package dev.prepgraph.plan;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.GuideTimes;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.catalogue.schema.Criterion;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.plan.model.PlanEntity;
import dev.prepgraph.plan.model.PlannedItem;
import dev.prepgraph.plan.schedule.Estimate;
import dev.prepgraph.practice.PracticeService;
import dev.prepgraph.practice.fsrs.CardState;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reschedules open items, with the content of the guide and the user's progress. A plan is
 * rescheduled after its own change, or when another change overfills one of its days.
 */
@ApplicationScoped
class PlanRescheduler {

  /** The questions and criteria to prioritize, and the user's cards by question. */
  private record Learner(
      Set<UUID> weakQuestions, Set<String> weakCriteria, Map<UUID, CardState> cards) {}

  private final AccountTransactions transactions;
  private final PlanConfig config;
  private final GuideService guides;
  private final GuideTimes times;
  private final QuestionService questions;
  private final PracticeService practice;
  private final List<GapSource> gapSources;

  PlanRescheduler(
      AccountTransactions transactions,
      PlanConfig config,
      GuideService guides,
      GuideTimes times,
      QuestionService questions,
      PracticeService practice,
      @All List<GapSource> gapSources) {
    this.transactions = transactions;
    this.config = config;
    this.guides = guides;
    this.times = times;
    this.questions = questions;
    this.practice = practice;
    this.gapSources = gapSources;
  }

  /**
   * Reschedules the open items of a changed plan, unless its interview is over, and of affected
   * plans.
   *
   * @param plans of the user, including all active ones
   * @param newVersion whether different items make a new version of the changed plan; affected
   *     plans always get one
   */
  void reschedule(PlanEntity changed, List<PlanEntity> plans, boolean newVersion) {
    Instant now = transactions.account().now();
    if (changed.isOver(now)) {
      return;
    }
    Learner learner = learner();
    new SharedDays(plans, plan -> content(plan, learner), config.items(), now)
        .reschedule(changed, newVersion);
  }

  private Learner learner() {
    Set<UUID> weakQuestions = new HashSet<>();
    Set<String> weakCriteria = new HashSet<>();
    for (GapSource source : gapSources) {
      GapSource.Gaps gaps = source.gaps();
      weakQuestions.addAll(gaps.questions());
      weakCriteria.addAll(gaps.criteria());
    }
    return new Learner(weakQuestions, weakCriteria, practice.cards());
  }

  /** The content of the published guide; of a withdrawn guide, the questions of the plan. */
  private Planner.Content content(PlanEntity plan, Learner learner) {
    List<UUID> key = List.of(plan.guideId);
    RoleGuide guide = guides.byIds(key, null).get(plan.guideId);
    Collection<Question> asked;
    if (guide != null) {
      asked = questions.ofGuide(guide);
    } else {
      guide = guides.everPublished(key, null).get(plan.guideId);
      List<UUID> keys =
          plan.plannedItems().stream()
              .map(PlannedItem::questionId)
              .filter(Objects::nonNull)
              .distinct()
              .toList();
      Map<UUID, Question> found = questions.everPublished(keys, null);
      asked = keys.stream().map(found::get).toList();
    }
    return new Planner.Content(
        Estimate.reading(times.readingMinutes(guide)),
        asked.stream().map(q -> subject(q, learner)).toList());
  }

  private static Planner.Subject subject(Question question, Learner learner) {
    Set<String> criteria =
        question.criteria().stream().map(Criterion::slug).collect(Collectors.toSet());
    boolean prioritized =
        learner.weakQuestions().contains(question.key())
            || criteria.stream().anyMatch(learner.weakCriteria()::contains);
    return new Planner.Subject(
        question.key(),
        question.estimatedMinutes(),
        Estimate.review(question.difficulty()),
        criteria,
        prioritized,
        learner.cards().get(question.key()));
  }
}
