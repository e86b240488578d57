package dev.prepgraph.plan;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.ByLocale;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.node.NodeLoader;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.plan.model.PlanEntity;
import dev.prepgraph.plan.model.PlanSettings;
import dev.prepgraph.plan.model.PlannedItem;
import dev.prepgraph.plan.schema.PlanDay;
import dev.prepgraph.plan.schema.PlanItem;
import dev.prepgraph.plan.schema.PlanItemKind;
import dev.prepgraph.plan.schema.PlanProgress;
import dev.prepgraph.plan.schema.PrepPlan;
import dev.prepgraph.plan.schema.PrepPlanOrder;
import dev.prepgraph.plan.schema.Weekday;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads plans and their items. */
@ApplicationScoped
public class PlanService {

  static final char KIND = PrepPlan.KIND;
  static final char ITEM_KIND = 'L';

  private final AccountTransactions transactions;
  private final PlanRepository repository;
  private final GuideService guides;
  private final QuestionService questions;

  PlanService(
      AccountTransactions transactions,
      PlanRepository repository,
      GuideService guides,
      QuestionService questions) {
    this.transactions = transactions;
    this.repository = repository;
    this.guides = guides;
    this.questions = questions;
  }

  @Produces
  @Singleton
  NodeLoader planNodes() {
    return new NodeLoader(KIND, ids -> byIds(ids, null));
  }

  @Produces
  @Singleton
  NodeLoader itemNodes() {
    return new NodeLoader(ITEM_KIND, this::itemsByIds);
  }

  /** The key in the node id of a plan; empty for other ids. */
  public static Optional<UUID> key(String id) {
    return NodeId.parse(KIND, id);
  }

  /** Whether the transaction's account has a plan. */
  public boolean exists(UUID plan) {
    return repository.count("id", plan) > 0;
  }

  Page<PrepPlan> list(PrepPlanOrder order, PageRequest request, String locale) {
    return transactions
        .read(
            () ->
                repository
                    .page("prepPlans " + transactions.account().id() + " " + order, order, request)
                    .map(plan -> present(plan, locale)))
        .orElseThrow();
  }

  /**
   * The user's plans by key; empty for an anonymous request.
   *
   * @param locale the language of guides and questions, or null
   */
  public Map<UUID, PrepPlan> byIds(Collection<UUID> ids, String locale) {
    return transactions.read(() -> repository.byIds(ids)).orElse(List.of()).stream()
        .collect(Collectors.toMap(plan -> plan.id, plan -> present(plan, locale)));
  }

  /**
   * The user's plan for each guide with the nearest interview from today on, else with the latest
   * one, by guide; empty for an anonymous request.
   */
  Map<UUID, PrepPlan> ofGuides(Collection<UUID> of, String locale) {
    return transactions
        .read(() -> repository.nearest(of, transactions.account().now()))
        .orElse(List.of())
        .stream()
        .collect(Collectors.toMap(plan -> plan.guideId, plan -> present(plan, locale)));
  }

  private Map<UUID, PlanItem> itemsByIds(Collection<UUID> ids) {
    return transactions.read(() -> repository.items(ids)).orElse(List.of()).stream()
        .collect(
            Collectors.toMap(
                PlanRepository.Item::id,
                item -> present(item.id(), item.planned(), item.guideId(), null)));
  }

  /**
   * The days with items.
   *
   * @param from the first day, or null
   * @param to the last day, or null
   */
  static List<PlanDay> days(PrepPlan plan, LocalDate from, LocalDate to) {
    Map<LocalDate, List<PlanItem>> days = new LinkedHashMap<>();
    for (PlanItem item : plan.items()) {
      LocalDate date = item.date();
      if (date != null
          && (from == null || !date.isBefore(from))
          && (to == null || !date.isAfter(to))) {
        days.computeIfAbsent(date, day -> new ArrayList<>()).add(item);
      }
    }
    return days.entrySet().stream()
        .map(
            day ->
                new PlanDay(
                    day.getKey(),
                    day.getValue().stream().mapToInt(PlanItem::estimatedMinutes).sum(),
                    day.getValue()))
        .toList();
  }

  List<RoleGuide> guides(List<PrepPlan> plans) {
    return ByLocale.load(plans, PrepPlan::guideKey, PrepPlan::locale, guides::everPublished);
  }

  List<Question> questions(List<PlanItem> items) {
    return ByLocale.load(items, PlanItem::questionKey, PlanItem::locale, questions::everPublished);
  }

  List<String> titles(List<PlanItem> items) {
    List<Question> asked = questions(items);
    List<RoleGuide> read =
        ByLocale.load(
            items,
            item -> item.kind() == PlanItemKind.READ ? item.guideKey() : null,
            PlanItem::locale,
            guides::everPublished);
    List<String> titles = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      titles.add(
          switch (items.get(i).kind()) {
            case LEARN, REVIEW -> asked.get(i).prompt();
            case READ -> read.get(i).title();
            case CUSTOM -> items.get(i).ownTitle();
          });
    }
    return titles;
  }

  static PrepPlan present(PlanEntity plan, String locale) {
    PlanSettings settings = plan.settings;
    List<PlanItem> items =
        plan.items.stream()
            .map(item -> present(item.id, item.planned, plan.guideId, locale))
            .toList();
    return new PrepPlan(
        NodeId.of(KIND, plan.id),
        settings.title(),
        settings.interviewOn(),
        settings.dailyMinutes(),
        settings.timeZone(),
        settings.weekdaysOff().stream().map(Weekday::of).toList(),
        plan.shortfallMinutes == 0,
        plan.shortfallMinutes,
        new PlanProgress(
            Math.toIntExact(items.stream().filter(PlanItem::done).count()), items.size()),
        plan.version,
        plan.createdAt,
        plan.guideId,
        items,
        locale);
  }

  private static PlanItem present(UUID id, PlannedItem item, UUID guide, String locale) {
    return new PlanItem(
        NodeId.of(ITEM_KIND, id),
        item.kind(),
        item.onDay(),
        item.minutes(),
        item.isDone(),
        item.doneAt(),
        item.onDay() != null && (item.pinned() || item.isCustom()),
        item.questionId(),
        item.title(),
        guide,
        locale);
  }
}
