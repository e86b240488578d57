package dev.prepgraph.plan;

import dev.prepgraph.paging.Cursors;
import dev.prepgraph.paging.Keyset;
import dev.prepgraph.paging.Keyset.Key;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.plan.model.PlanEntity;
import dev.prepgraph.plan.model.PlannedItem;
import dev.prepgraph.plan.schema.PrepPlanOrder;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;

/** Plans with their items, of the transaction's account. */
@ApplicationScoped
class PlanRepository implements PanacheRepositoryBase<PlanEntity, UUID> {

  @RegisterForReflection
  record Item(UUID id, PlannedItem planned, UUID guideId) {}

  /**
   * A plan of a page.
   *
   * @param total the number of the user's plans
   */
  @RegisterForReflection
  record Counted(PlanEntity plan, long total) {}

  private static final String WITH_ITEMS = "from PlanEntity p left join fetch p.items where ";

  private static final String PAGE =
      """
      select p, (select count(*) from PlanEntity)
      from PlanEntity p left join fetch p.items
      where p.id in (select q.id from PlanEntity q where true%s%s limit :limit)
      """;

  /** Per guide, plans whose interview day has not ended come first, the nearest of them. */
  private static final String NEAREST =
      """
      p.id in (select ranked.id from (
        select q.id as id, row_number() over (partition by q.guideId order by
          case when q.endsAt > :now then q.endsAt end nulls last, q.endsAt desc, q.createdAt desc, q.id desc) as place
        from PlanEntity q where in_array(:guides, q.guideId)) ranked
      where ranked.place = 1)
      """;

  private final Cursors cursors;

  PlanRepository(Cursors cursors) {
    this.cursors = cursors;
  }

  private static Keyset<PlanEntity> keyset(PrepPlanOrder order, String plan) {
    Key id = Key.id(plan + ".id");
    return switch (order.field()) {
      case CREATED_AT ->
          new Keyset<>(
              order.direction(),
              List.of(Key.time(plan + ".createdAt"), id),
              row -> List.of(row.createdAt, row.id));
      case UPDATED_AT ->
          new Keyset<>(
              order.direction(),
              List.of(Key.time(plan + ".changedAt"), id),
              row -> List.of(row.changedAt, row.id));
      case INTERVIEW_ON ->
          new Keyset<>(
              order.direction(),
              List.of(Key.date(plan + ".settings.interviewOn"), id),
              row -> List.of(row.settings.interviewOn(), row.id));
    };
  }

  /** Fetches read-only plans. */
  List<PlanEntity> byIds(Collection<UUID> ids) {
    return readOnly("in_array(:ids, p.id)", Map.of("ids", ids.toArray(UUID[]::new)));
  }

  /** Fetches read-only plans whose interview day ends after a time, in order of creation. */
  List<PlanEntity> endingAfter(Instant time) {
    return readOnly("p.endsAt > :time order by p.createdAt, p.id", Map.of("time", time));
  }

  /** Fetches the read-only plan of each guide with the nearest interview, else the latest. */
  List<PlanEntity> nearest(Collection<UUID> guides, Instant now) {
    return readOnly(NEAREST, Map.of("guides", guides.toArray(UUID[]::new), "now", now));
  }

  private List<PlanEntity> readOnly(String condition, Map<String, Object> parameters) {
    return find(WITH_ITEMS + condition, parameters)
        .withHint(HibernateHints.HINT_READ_ONLY, true)
        .list();
  }

  List<PlanEntity> active(Instant now) {
    return find(WITH_ITEMS + "p.endsAt > :now", Map.of("now", now)).list();
  }

  /**
   * Fetches the active plans and the given one, active or not.
   *
   * @param id of a plan or of an item
   */
  List<PlanEntity> activeAnd(UUID id, Instant now) {
    return find(
            WITH_ITEMS
                + "p.endsAt > :now or p.id = :id"
                + " or p.id = (select i.plan.id from ItemEntity i where i.id = :id)",
            Map.of("now", now, "id", id))
        .list();
  }

  List<PlanEntity> ofItems(Collection<UUID> items) {
    return find(
            WITH_ITEMS
                + "p.id in (select i.plan.id from ItemEntity i where in_array(:ids, i.id))"
                + " order by p.createdAt, p.id",
            Map.of("ids", items.toArray(UUID[]::new)))
        .list();
  }

  List<Item> items(Collection<UUID> ids) {
    return find(
            "select i.id, i.planned, i.plan.guideId from ItemEntity i where in_array(:ids, i.id)",
            Map.of("ids", ids.toArray(UUID[]::new)))
        .project(Item.class)
        .list();
  }

  /** Fetches a page of read-only plans. */
  Page<PlanEntity> page(String scope, PrepPlanOrder order, PageRequest request) {
    Keyset<PlanEntity> keyset = keyset(order, "p");
    Keyset<PlanEntity> keysetOfPage = keyset(order, "q");
    PageRequest page = cursors.read(scope, request);
    Map<String, Object> parameters = new HashMap<>();
    String hql =
        PAGE.formatted(keysetOfPage.bounds(page, parameters), keysetOfPage.order(page))
            + keyset.order(page);
    parameters.put("limit", page.size() + 1);
    // The join returns a row for each item.
    List<Counted> found =
        find(hql, parameters)
            .withHint(HibernateHints.HINT_READ_ONLY, true)
            .project(Counted.class)
            .list()
            .stream()
            .distinct()
            .toList();
    boolean bounded = page.after() != null || page.before() != null;
    long total = found.isEmpty() ? (bounded ? count() : 0) : found.get(0).total();
    return Page.of(
        page,
        found.stream().map(Counted::plan).toList(),
        plan -> cursors.print(scope, keyset.print(plan)),
        Math.toIntExact(total));
  }
}
