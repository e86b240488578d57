package dev.prepgraph.plan;

import dev.prepgraph.account.Account;
import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.catalogue.schema.Criterion;
import dev.prepgraph.catalogue.schema.ExpectedQuestionType;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.plan.schedule.Estimate;
import dev.prepgraph.plan.schema.PlanItemKind;
import dev.prepgraph.practice.Memories;
import dev.prepgraph.practice.fsrs.Fsrs;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/**
 * Lets the plans of a user share their days. The plan with the soonest interview comes first: what
 * it needs, and what is done or the user's own in any plan, is not free for the others. A plan is
 * made anew when it was changed, or when a day has more than it holds because another was.
 */
@ApplicationScoped
class Arrangement {

  private final PlanRepository repository;
  private final ItemRepository itemRepository;
  private final PlanConfig config;
  private final GuideService guides;
  private final QuestionService questions;
  private final Memories memories;
  private final List<GapSource> gapSources;
  private final Clock clock;
  private final Planner planner = new Planner(new Fsrs());

  Arrangement(
      PlanRepository repository,
      ItemRepository itemRepository,
      PlanConfig config,
      GuideService guides,
      QuestionService questions,
      Memories memories,
      @All List<GapSource> gapSources,
      Clock clock) {
    this.repository = repository;
    this.itemRepository = itemRepository;
    this.config = config;
    this.guides = guides;
    this.questions = questions;
    this.memories = memories;
    this.gapSources = gapSources;
    this.clock = clock;
  }

  /**
   * Plans anew what is not done.
   *
   * @param changed the plan that something was changed about
   * @param newVersion whether its version grows when its items change; that of the others does
   * @throws UserErrorException when a plan would get too large
   */
  void renew(StatelessSession session, Account account, UUID changed, boolean newVersion) {
    List<StoredPlan> plans = repository.active(session, account, clock.instant());
    Map<UUID, List<StoredItem>> items = new HashMap<>();
    plans.forEach(plan -> items.put(plan.id(), plan.items()));
    Learner learner = null;
    for (int i = 0; i < plans.size(); i++) {
      StoredPlan plan = plans.get(i);
      Map<LocalDate, Integer> taken = new HashMap<>();
      for (int other = 0; other < plans.size(); other++) {
        if (other != i) {
          add(taken, items.get(plans.get(other).id()), other > i);
        }
      }
      boolean isChanged = plan.id().equals(changed);
      LocalDate today = LocalDate.ofInstant(clock.instant(), plan.settings().zone());
      if (isChanged || isOverfull(plan, taken, today)) {
        learner = learner == null ? learner(session, account) : learner;
        Planner.Plan made =
            planner.plan(plan.settings(), plan.items(), content(plan, learner), today, taken);
        items.put(plan.id(), made.items());
        write(session, plan, made, newVersion || !isChanged);
      }
    }
  }

  private void write(
      StatelessSession session, StoredPlan plan, Planner.Plan made, boolean newVersion) {
    if (made.items().size() > config.items()) {
      throw new UserErrorException(
          UserErrorCode.LIMIT_REACHED, "A plan has at most " + config.items() + " items");
    }
    boolean same =
        made.shortfallMinutes() == plan.shortfallMinutes()
            && anonymous(made.items()).equals(anonymous(plan.items()));
    if (!same) {
      itemRepository.write(session, plan.id(), made.items(), made.shortfallMinutes(), newVersion);
    }
  }

  private static List<StoredItem> anonymous(List<StoredItem> items) {
    return items.stream()
        .map(
            i ->
                new StoredItem(
                    null,
                    i.kind(),
                    i.question(),
                    i.number(),
                    i.title(),
                    i.date(),
                    i.minutes(),
                    i.doneAt()))
        .toList();
  }

  private static void add(
      Map<LocalDate, Integer> taken, List<StoredItem> items, boolean onlyFixed) {
    for (StoredItem item : items) {
      if (item.date() != null && (!onlyFixed || isFixed(item))) {
        taken.merge(item.date(), item.minutes(), Integer::sum);
      }
    }
  }

  /** Whether an item keeps its day when its plan is made anew. */
  static boolean isFixed(StoredItem item) {
    return item.isDone() || item.kind() == PlanItemKind.CUSTOM;
  }

  /** Whether a day from today on has more than it holds, and some of that can give way. */
  private static boolean isOverfull(
      StoredPlan plan, Map<LocalDate, Integer> taken, LocalDate today) {
    Map<LocalDate, Integer> minutes = new HashMap<>();
    Set<LocalDate> movable = new HashSet<>();
    for (StoredItem item : plan.items()) {
      if (item.date() != null && !item.date().isBefore(today)) {
        minutes.merge(item.date(), item.minutes(), Integer::sum);
        if (!isFixed(item)) {
          movable.add(item.date());
        }
      }
    }
    return movable.stream()
        .anyMatch(
            day -> minutes.get(day) + taken.getOrDefault(day, 0) > plan.settings().dailyMinutes());
  }

  /** What the user lacks, and what they remember. */
  private record Learner(
      Set<UUID> lacking, Set<String> criteria, Map<UUID, Memories.Remembered> remembered) {}

  private Learner learner(StatelessSession session, Account account) {
    Set<UUID> lacking = new HashSet<>();
    Set<String> criteria = new HashSet<>();
    for (GapSource source : gapSources) {
      GapSource.Gaps gaps = source.gaps(session, account);
      lacking.addAll(gaps.questions());
      criteria.addAll(gaps.criteria());
    }
    return new Learner(lacking, criteria, memories.of(session, account));
  }

  /** What there is to prepare: the guide as it is now; once it is gone, what the plan has of it. */
  private Planner.Content content(StoredPlan plan, Learner learner) {
    RoleGuide guide = guides.byIds(List.of(plan.guide()), null).get(plan.guide());
    Collection<Question> asked;
    if (guide != null) {
      asked = questions.ofGuide(guide);
    } else {
      guide = guides.everPublished(List.of(plan.guide()), null).get(plan.guide());
      List<UUID> keys =
          plan.items().stream()
              .map(StoredItem::question)
              .filter(Objects::nonNull)
              .distinct()
              .toList();
      Map<UUID, Question> found = questions.everPublished(keys, null);
      asked = keys.stream().map(found::get).toList();
    }
    return new Planner.Content(
        reading(guide), asked.stream().map(question -> subject(question, learner)).toList());
  }

  private static int reading(RoleGuide guide) {
    List<String> texts = new ArrayList<>();
    texts.add(guide.overview());
    guide.questionTypes().stream().map(ExpectedQuestionType::whatToExpect).forEach(texts::add);
    guide.questionsToAsk().forEach(ask -> texts.add(ask.prompt() + " " + ask.rationale()));
    guide.faqs().forEach(faq -> texts.add(faq.question() + " " + faq.answer()));
    return Estimate.reading(texts);
  }

  private static Planner.Subject subject(Question question, Learner learner) {
    Set<String> criteria =
        question.criteria().stream().map(Criterion::slug).collect(Collectors.toSet());
    boolean leads =
        learner.lacking().contains(question.key())
            || criteria.stream().anyMatch(learner.criteria()::contains);
    return new Planner.Subject(
        question.key(),
        Estimate.learning(question.difficulty(), question.framework()),
        Estimate.review(question.difficulty()),
        criteria,
        leads,
        learner.remembered().get(question.key()));
  }
}
