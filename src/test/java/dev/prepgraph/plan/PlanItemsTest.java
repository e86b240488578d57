package dev.prepgraph.plan;

import static dev.prepgraph.GraphQL.error;
import static dev.prepgraph.StatementCounter.during;
import static dev.prepgraph.plan.Plans.add;
import static dev.prepgraph.plan.Plans.create;
import static dev.prepgraph.plan.Plans.items;
import static dev.prepgraph.plan.Plans.minutes;
import static dev.prepgraph.plan.Plans.replan;
import static dev.prepgraph.plan.Plans.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.User;
import dev.prepgraph.plan.Plans.Item;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Users move, reorder, edit and finish items by hand. */
@QuarkusTest
class PlanItemsTest extends PlansOnAMonday {

  private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

  private JsonPath move(JsonPath plan, Object... input) {
    return user.payload(Plans.MOVE, change(plan, input));
  }

  private JsonPath moved(JsonPath plan, Object... input) {
    return Plans.plan(user, Plans.MOVE, change(plan, input));
  }

  /** A change of the version of a plan, unless it expects another. */
  private static Map<String, Object> change(JsonPath plan, Object... input) {
    Map<String, Object> given = GraphQL.map(input);
    given.putIfAbsent("expectedVersion", plan.getInt("version"));
    return Map.of("input", given);
  }

  private static Item item(JsonPath plan, String id) {
    return items(plan).stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> ids(JsonPath plan, LocalDate day) {
    return items(plan).stream().filter(i -> i.date().equals(day)).map(Item::id).toList();
  }

  private List<String> pinned(JsonPath plan) {
    return user.query(
            "query ($id: ID!) { node(id: $id) { ... on PrepPlan { days { items { id pinned } } } } }",
            Map.of("id", plan.getString("id")))
        .getList("node.days.items.flatten().findAll { it.pinned }.id");
  }

  @Test
  void movedItemsStay() {
    JsonPath plan = create(user, "2027-03-15");
    Item learn = items(plan, "LEARN").get(0);
    LocalDate day = MONDAY.plusDays(6);

    JsonPath changed = moved(plan, "id", learn.id(), "date", day.toString(), "position", 1);

    assertThat(changed.getInt("version")).isEqualTo(2);
    assertThat(ids(changed, day)).startsWith(learn.id());
    assertThat(minutes(changed).values()).allMatch(minutes -> minutes <= 45);
    assertThat(items(changed, "LEARN")).extracting(Item::question).hasSize(22);
    assertThat(items(changed, "LEARN")).extracting(Item::question).doesNotHaveDuplicates();
    assertThat(items(changed, "REVIEW"))
        .filteredOn(review -> review.question().equals(learn.question()))
        .allMatch(review -> review.date().isAfter(day));
    assertThat(pinned(changed)).containsExactly(learn.id());

    clock.set("2027-03-04T09:00:00Z");
    assertThat(ids(replan(user, changed), day)).startsWith(learn.id());
    JsonPath updated = update(user, replan(user, changed), "interviewOn", "2027-03-20");
    assertThat(ids(updated, day)).startsWith(learn.id());
    JsonPath shorter = update(user, updated, "interviewOn", "2027-03-05");
    assertThat(items(shorter)).allMatch(i -> !i.date().isAfter(LocalDate.of(2027, 3, 5)));
    assertThat(pinned(shorter)).doesNotContain(learn.id());
  }

  @Test
  void missedItemsAreRescheduled() {
    JsonPath plan = create(user, "2027-03-15");
    Item learn = items(plan, "LEARN").get(0);
    moved(plan, "id", learn.id(), "date", "2027-03-03");
    clock.set("2027-03-05T09:00:00Z");

    JsonPath late = replan(user, plan);

    assertThat(item(late, learn.id()).date()).isAfterOrEqualTo(LocalDate.of(2027, 3, 5));
    assertThat(pinned(late)).isEmpty();
  }

  @Test
  void aMovedReviewStaysBehindItsLearning() {
    JsonPath plan = create(user, "2027-03-20");
    Item review =
        items(plan, "REVIEW").stream()
            .filter(i -> i.date().isBefore(MONDAY.plusDays(15)))
            .findFirst()
            .orElseThrow();
    Item learn =
        items(plan, "LEARN").stream()
            .filter(i -> i.question().equals(review.question()))
            .findFirst()
            .orElseThrow();

    JsonPath changed = moved(plan, "id", review.id(), "date", review.date().plusDays(1).toString());

    assertThat(item(changed, review.id()).date()).isEqualTo(review.date().plusDays(1));
    assertThat(item(changed, learn.id()).date()).isEqualTo(learn.date());
    assertThat(pinned(changed)).containsExactlyInAnyOrder(review.id(), learn.id());
    assertThat(items(changed, "REVIEW"))
        .filteredOn(i -> i.question().equals(review.question()))
        .extracting(Item::date)
        .doesNotContain(review.date());
    assertThat(error(move(changed, "id", review.id(), "date", learn.date().toString())))
        .isEqualTo(
            "INVALID [input, date] date must be after the day on which the question is learnt; reschedule missed items first");
    assertThat(error(move(changed, "id", learn.id(), "date", review.date().plusDays(1).toString())))
        .isEqualTo("INVALID [input, date] date must be before the pinned reviews of the question");
  }

  @Test
  void rejectsInvalidMoves() {
    JsonPath plan = add(user, create(user, "2027-03-15"), "Call", "2027-03-03", 40);
    String id = items(plan, "READ").get(0).id();
    assertThat(error(move(plan, "id", id, "date", "2027-02-28")))
        .isEqualTo("INVALID [input, date] date must be today or later");
    assertThat(error(move(plan, "id", id, "date", "2027-03-16")))
        .isEqualTo("INVALID [input, date] date must not be after the interview");
    assertThat(error(move(plan, "id", id, "date", "2027-03-03")))
        .isEqualTo("INVALID [input, date] date must be a day with enough free minutes");
    assertThat(error(move(plan, "id", id, "date", "2027-03-04", "position", 0)))
        .isEqualTo("INVALID [input, position] position must be at least 1");
    assertThat(error(move(plan, "id", id, "date", "2027-03-04", "expectedVersion", 1)))
        .startsWith("CONFLICT [input, expectedVersion]");
    assertThat(error(move(plan, "id", "x", "date", "2027-03-04")))
        .isEqualTo("NOT_FOUND [input, id] id must identify an existing item of a plan");
    JsonPath done = Plans.done(user, id, true);
    assertThat(error(move(done, "id", id, "date", "2027-03-04")))
        .isEqualTo("INVALID [input, id] id must identify an open item");
  }

  @Test
  void aRepeatedMoveMakesNoVersion() {
    JsonPath plan = create(user, "2027-03-15", "daysOff", List.of("SUNDAY"));
    String id = items(plan, "LEARN").get(2).id();
    Object[] input = {"id", id, "date", "2027-03-07", "expectedVersion", 1};
    assertThat(moved(plan, input).getInt("version")).isEqualTo(2);
    JsonPath again = moved(plan, input);
    assertThat(again.getInt("version")).isEqualTo(2);
    assertThat(item(again, id).date()).as("a day off").isEqualTo(LocalDate.of(2027, 3, 7));
  }

  @Test
  void aRepeatedMoveToAPositionMakesNoVersion() {
    JsonPath plan = create(user, "2027-03-15");
    String id = items(plan, "LEARN").get(0).id();
    LocalDate day = MONDAY.plusDays(6);
    int end = ids(plan, day).size() + 1;
    for (int position : new int[] {1, end, 99}) {
      Object[] input = {"id", id, "date", day.toString(), "position", position};
      JsonPath changed = moved(plan, input);
      assertThat(changed.getInt("version")).isEqualTo(plan.getInt("version") + 1);
      JsonPath again = moved(plan, input);
      assertThat(again.getInt("version")).as("" + position).isEqualTo(changed.getInt("version"));
      assertThat(ids(again, day)).isEqualTo(ids(changed, day));
      plan = moved(changed, "id", id, "date", day.plusDays(1).toString());
    }
  }

  @Test
  void reviewsAreNotOnTheDayOfTheLearning() {
    JsonPath plan = create(user, "2027-03-20");
    Item learn = items(plan, "LEARN").get(0);
    Item review =
        items(plan, "REVIEW").stream()
            .filter(i -> i.question().equals(learn.question()))
            .findFirst()
            .orElseThrow();
    JsonPath done = Plans.done(user, learn.id(), true);

    assertThat(error(move(done, "id", review.id(), "date", MONDAY.toString())))
        .startsWith("INVALID [input, date] date must be after the day on which");
    String next = MONDAY.plusDays(1).toString();
    assertThat(item(moved(done, "id", review.id(), "date", next), review.id()).date())
        .isEqualTo(next);
  }

  @Test
  void unpinsWhenAsked() {
    JsonPath plan = create(user, "2027-03-15");
    String id = items(plan, "LEARN").get(0).id();
    JsonPath changed = moved(plan, "id", id, "date", "2027-03-08");
    assertThat(item(replan(user, changed), id).date()).isEqualTo(LocalDate.of(2027, 3, 8));

    JsonPath free =
        Plans.plan(
            user,
            "mutation ($id: ID!) { r: replanPrepPlan(input: {id: $id, unpin: true}) { prepPlan "
                + Plans.PLAN
                + " userErrors { code } } }",
            Map.of("id", plan.getString("id")));

    assertThat(items(free))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
        .isEqualTo(items(plan));
    assertThat(free.getInt("version")).isEqualTo(3);
  }

  @Test
  void reorderedItemsKeepTheirOrder() {
    JsonPath plan = create(user, "2027-03-15");
    LocalDate day = MONDAY.plusDays(1);
    List<String> order = new ArrayList<>(ids(plan, day));
    Collections.reverse(order);
    assertThat(order).hasSizeGreaterThan(1);

    JsonPath changed = reordered(plan, day, order);

    assertThat(ids(changed, day)).isEqualTo(order);
    JsonPath again = replan(user, plan);
    assertThat(ids(again, day)).isEqualTo(order);
    JsonPath later = update(user, again, "interviewOn", "2027-03-22");
    assertThat(ids(later, day)).isEqualTo(order);
    assertThat(reordered(later, day, order).getInt("version")).isEqualTo(later.getInt("version"));
    assertThat(error(reorder(plan, day, List.of("x")))).startsWith("CONFLICT");
    for (List<String> wrong :
        List.of(List.<String>of(), order.subList(1, order.size()), ids(plan, MONDAY))) {
      assertThat(error(reorder(later, day, wrong)))
          .isEqualTo("INVALID [input, ids] ids must contain each item of the day once");
    }
    assertThat(error(reorder(later, day, List.of("x")))).startsWith("NOT_FOUND [input, ids]");
    clock.set("2027-03-05T09:00:00Z");
    assertThat(error(reorder(later, day, order)))
        .isEqualTo("INVALID [input, date] date must be today or later");
  }

  private JsonPath reorder(JsonPath plan, LocalDate day, List<String> ids) {
    return user.payload(Plans.REORDER, order(plan, day, ids));
  }

  private JsonPath reordered(JsonPath plan, LocalDate day, List<String> ids) {
    return Plans.plan(user, Plans.REORDER, order(plan, day, ids));
  }

  private static Map<String, Object> order(JsonPath plan, LocalDate day, List<String> ids) {
    return change(plan, "planId", plan.getString("id"), "date", day.toString(), "ids", ids);
  }

  @Test
  void customItemsAreEdited() {
    JsonPath plan = add(user, create(user, "2027-03-15"), "Call", "2027-03-03", 20);
    String id = items(plan, "CUSTOM").get(0).id();

    JsonPath edited = edited(plan, "id", id, "title", "Call Ann", "expectedVersion", 2);
    assertThat(item(edited, id).title()).isEqualTo("Call Ann");
    assertThat(edited.getInt("version")).isEqualTo(3);
    assertThat(edited(plan, "id", id, "title", "Call Ann", "expectedVersion", 2).getInt("version"))
        .isEqualTo(3);
    JsonPath longer = edited(edited, "id", id, "estimatedMinutes", 45);
    assertThat(ids(longer, MONDAY.plusDays(2))).containsExactly(id);
    assertThat(item(longer, id).minutes()).isEqualTo(45);
    assertThat(minutes(longer).values()).allMatch(minutes -> minutes <= 45);

    assertThat(error(edit(longer, "id", id, "estimatedMinutes", 46)))
        .isEqualTo(
            "INVALID [input, estimatedMinutes] estimatedMinutes must fit into the free minutes of the day");
    assertThat(error(edit(longer, "id", id, "estimatedMinutes", 0)))
        .isEqualTo("INVALID [input, estimatedMinutes] estimatedMinutes must be at least 1");
    assertThat(error(edit(longer, "id", id, "title", " "))).startsWith("INVALID [input, title]");
    assertThat(error(edit(longer, "id", id, "title", "x", "expectedVersion", 1)))
        .startsWith("CONFLICT [input, expectedVersion]");
    assertThat(error(edit(longer, "id", items(plan, "READ").get(0).id(), "title", "x")))
        .isEqualTo("INVALID [input, id] id must identify a CUSTOM item");
    clock.set("2027-03-04T09:00:00Z");
    assertThat(error(edit(longer, "id", id, "estimatedMinutes", 46)))
        .isEqualTo(
            "INVALID [input, estimatedMinutes] estimatedMinutes must be at most the plan's daily minutes");
  }

  @Test
  void deletionsReturnTheId() {
    JsonPath plan = add(user, create(user, "2027-03-15"), "Call", "2027-03-03", 20);
    String id = items(plan, "CUSTOM").get(0).id();

    JsonPath deleted =
        user.mutate(
            "mutation ($id: ID!) { deletePlanItem(input: {id: $id}) { deletedId prepPlan { version } userErrors { code } } }",
            Map.of("id", id));

    assertThat(deleted.getString("deletedId")).isEqualTo(id);
    assertThat(deleted.getInt("prepPlan.version")).isEqualTo(3);
  }

  private JsonPath edit(JsonPath plan, Object... input) {
    return user.payload(Plans.EDIT, change(plan, input));
  }

  private JsonPath edited(JsonPath plan, Object... input) {
    return Plans.plan(user, Plans.EDIT, change(plan, input));
  }

  @Test
  void severalItemsAreDoneAtOnce() {
    JsonPath plan = create(user, "2027-03-15");
    JsonPath other = create(user, "2027-03-20", "guideId", Published.guide("qa-engineer-intern"));
    List<String> ids =
        List.of(items(other).get(0).id(), items(plan).get(0).id(), items(plan).get(1).id());

    JsonPath done = user.mutate(Plans.ALL_DONE, Map.of("ids", ids, "done", true));

    assertThat(done.getList("items.id")).isEqualTo(ids);
    assertThat(done.getList("items.done")).containsOnly(true);
    assertThat(done.getList("prepPlans.progress.done")).containsExactlyInAnyOrder(1, 2);
    assertThat(done.getList("prepPlans.version")).containsExactlyInAnyOrder(2, 2);
    assertThat(
            user.mutate(Plans.ALL_DONE, Map.of("ids", ids, "done", true))
                .getList("prepPlans.version"))
        .containsExactlyInAnyOrder(2, 2);

    String foreign = items(create(User.unknown(), "2027-03-15")).get(0).id();
    for (String unknown : List.of(foreign, "x", plan.getString("id"))) {
      JsonPath rejected =
          user.payload(Plans.ALL_DONE, Map.of("ids", List.of(ids.get(0), unknown), "done", false));
      assertThat(error(rejected))
          .isEqualTo("NOT_FOUND [input, ids] ids must identify existing items of plans");
      assertThat(rejected.getList("items")).isEmpty();
    }
    for (List<String> wrong : List.of(List.<String>of(), Collections.nCopies(101, ids.get(0)))) {
      assertThat(error(user.payload(Plans.ALL_DONE, Map.of("ids", wrong, "done", false))))
          .isEqualTo("INVALID [input, ids] ids must have 1 to 100 entries");
    }
    JsonPath undone = user.mutate(Plans.ALL_DONE, Map.of("ids", ids, "done", false));
    assertThat(undone.getList("prepPlans.progress.done")).containsExactly(0, 0);
  }

  @Test
  void listsAllItemsWithoutADay() {
    JsonPath plan = create(user, "2027-03-02", "dailyMinutes", 45);
    List<Map<String, Object>> unscheduled = unscheduled(plan);

    assertThat(unscheduled).allMatch(item -> item.get("date") == null);
    assertThat(unscheduled.stream().mapToInt(i -> (int) i.get("estimatedMinutes")).sum())
        .isEqualTo(plan.getInt("shortfallMinutes"));
    assertThat(unscheduled).extracting(item -> item.get("kind")).contains("LEARN");
    assertThat(plan.getInt("progress.total")).isEqualTo(items(plan).size() + unscheduled.size());

    JsonPath longer = update(user, plan, "dailyMinutes", 100);
    String learn = (String) unscheduled(longer).get(0).get("id");
    JsonPath chosen = moved(longer, "id", learn, "date", "2027-03-01");
    assertThat(item(chosen, learn).date()).isEqualTo(MONDAY);
    assertThat(chosen.getInt("version")).isGreaterThan(longer.getInt("version"));
  }

  private List<Map<String, Object>> unscheduled(JsonPath plan) {
    return user.query(
            "query ($id: ID!) { node(id: $id) { ... on PrepPlan { unscheduledItems { id title kind date estimatedMinutes } } } }",
            Map.of("id", plan.getString("id")))
        .getList("node.unscheduledItems");
  }

  @Test
  void takesAFixedNumberOfStatements() {
    JsonPath plan = add(user, create(user, "2027-03-15"), "Call", "2027-03-03", 20);
    String custom = items(plan, "CUSTOM").get(0).id();
    String learn = items(plan, "LEARN").get(3).id();
    // Enter; all active plans; gaps; cards; new items; changed items; the plan; removed items.
    List<JsonPath> changed = new ArrayList<>();
    assertThat(during(() -> changed.add(moved(plan, "id", learn, "date", "2027-03-10"))))
        .hasSizeLessThanOrEqualTo(8);
    // Enter; all active plans; the plan; its items.
    List<String> day = ids(changed.get(0), MONDAY);
    assertThat(during(() -> changed.add(reordered(changed.get(0), MONDAY, day)))).hasSize(4);
    assertThat(during(() -> edited(changed.get(1), "id", custom, "title", "x"))).hasSize(4);
    // Enter; the plans; the plan; its items.
    assertThat(during(() -> user.mutate(Plans.ALL_DONE, Map.of("ids", day, "done", true))))
        .hasSize(4);
  }
}
