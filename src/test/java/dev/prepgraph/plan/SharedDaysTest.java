package dev.prepgraph.plan;

import static dev.prepgraph.GraphQL.error;
import static dev.prepgraph.plan.Plans.ADD;
import static dev.prepgraph.plan.Plans.add;
import static dev.prepgraph.plan.Plans.create;
import static dev.prepgraph.plan.Plans.done;
import static dev.prepgraph.plan.Plans.items;
import static dev.prepgraph.plan.Plans.minutes;
import static dev.prepgraph.plan.Plans.replan;
import static dev.prepgraph.plan.Plans.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.User;
import dev.prepgraph.plan.Plans.Item;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several plans, custom items and done items share the minutes of a day. */
@QuarkusTest
class SharedDaysTest extends PlansOnAMonday {

  private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

  private JsonPath read(JsonPath plan) {
    return user.query(
            "query ($id: ID!) { node(id: $id) { ... on PrepPlan " + Plans.PLAN + " } }",
            Map.of("id", plan.getString("id")))
        .setRootPath("data.node");
  }

  private static Map<LocalDate, Integer> together(JsonPath... plans) {
    Map<LocalDate, Integer> sum = new HashMap<>();
    for (JsonPath plan : plans) {
      minutes(plan).forEach((date, minutes) -> sum.merge(date, minutes, Integer::sum));
    }
    return sum;
  }

  private static int minutesOn(JsonPath plan, LocalDate date) {
    return minutes(plan).getOrDefault(date, 0);
  }

  @Test
  void theSoonestInterviewComesFirst() {
    JsonPath later = create(user, "2027-03-20");
    JsonPath alone =
        create(User.unknown(), "2027-03-08", "guideId", Published.guide("qa-engineer-intern"));
    JsonPath sooner = create(user, "2027-03-08", "guideId", Published.guide("qa-engineer-intern"));

    assertThat(minutes(sooner)).isEqualTo(minutes(alone));
    JsonPath moved = read(later);
    assertThat(moved.getInt("version")).isEqualTo(2);
    assertThat(together(sooner, moved).values()).allMatch(minutes -> minutes <= 45);
    assertThat(items(moved, "LEARN")).hasSize(22);
    assertThat(minutesOn(moved, MONDAY)).isLessThan(minutesOn(later, MONDAY));
  }

  @Test
  void aLaterInterviewGetsTheRemainingMinutes() {
    JsonPath sooner = create(user, "2027-03-08");
    JsonPath later = create(user, "2027-03-20", "guideId", Published.guide("qa-engineer-intern"));
    assertThat(together(sooner, later).values()).allMatch(minutes -> minutes <= 45);
    assertThat(read(sooner).getInt("version")).isEqualTo(1);
    assertThat(items(read(sooner))).isEqualTo(items(sooner));
  }

  @Test
  void fixedItemsStayAndOthersMove() {
    JsonPath plan = create(user, "2027-03-15");
    JsonPath added = add(user, plan, "Call the recruiter", "2027-03-02", 40);
    assertThat(added.getInt("version")).isEqualTo(2);
    assertThat(minutes(added).values()).allMatch(minutes -> minutes <= 45);
    assertThat(items(added, "CUSTOM"))
        .extracting(Item::title, Item::date, Item::minutes)
        .containsExactly(tuple("Call the recruiter", MONDAY.plusDays(1), 40));

    JsonPath other = create(user, "2027-03-16", "guideId", Published.guide("qa-engineer-intern"));
    assertThat(
            error(
                user.payload(
                    ADD,
                    Map.of(
                        "input",
                        GraphQL.map(
                            "planId",
                            other.getString("id"),
                            "title",
                            "x",
                            "date",
                            "2027-03-02",
                            "estimatedMinutes",
                            6)))))
        .isEqualTo(
            "INVALID [input, estimatedMinutes] estimatedMinutes must fit into the free minutes of the day");
    JsonPath full = add(user, other, "x", "2027-03-02", 5);
    assertThat(minutesOn(full, MONDAY.plusDays(1)) + minutesOn(read(plan), MONDAY.plusDays(1)))
        .isEqualTo(45);
  }

  @Test
  void pinnedItemsStayBesideALongerDayOfAnEarlierPlan() {
    create(user, "2027-03-08", "dailyMinutes", 120);
    JsonPath later = create(user, "2027-03-20", "guideId", Published.guide("qa-engineer-intern"));
    Item learn = items(later, "LEARN").get(0);

    JsonPath moved = move(later, learn.id(), MONDAY);

    assertThat(dayOf(moved, learn)).isEqualTo(MONDAY);
    update(user, read(create(user, "2027-03-06")), "dailyMinutes", 180);
    assertThat(dayOf(read(later), learn)).isEqualTo(MONDAY);
    assertThat(dayOf(replan(user, later), learn)).isEqualTo(MONDAY);
  }

  private JsonPath move(JsonPath plan, String item, LocalDate date) {
    return Plans.plan(
        user,
        Plans.MOVE,
        Map.of(
            "input",
            GraphQL.map(
                "id", item, "date", date.toString(), "expectedVersion", plan.getInt("version"))));
  }

  private static LocalDate dayOf(JsonPath plan, Item item) {
    return items(plan).stream()
        .filter(other -> other.id().equals(item.id()))
        .findFirst()
        .orElseThrow()
        .date();
  }

  @Test
  void deletingACustomItemFreesItsMinutes() {
    JsonPath plan = create(user, "2027-03-15");
    JsonPath added = add(user, plan, "Call the recruiter", "2027-03-02", 40);
    String own = items(added, "CUSTOM").get(0).id();
    assertThat(items(added)).isNotEqualTo(items(plan));

    JsonPath without = Plans.plan(user, Plans.DELETE_ITEM, Map.of("id", own));

    assertThat(items(without))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
        .isEqualTo(items(plan));
    assertThat(without.getInt("version")).isEqualTo(3);
    assertThat(error(user.payload(Plans.DELETE_ITEM, Map.of("id", own))))
        .isEqualTo("NOT_FOUND [input, id] id must identify an existing item of a plan");
    assertThat(error(user.payload(Plans.DELETE_ITEM, Map.of("id", items(without).get(0).id()))))
        .isEqualTo("INVALID [input, id] id must identify a CUSTOM item");
  }

  @Test
  void missedCustomItemsMove() {
    JsonPath plan = add(user, create(user, "2027-03-15"), "Call", "2027-03-02", 20);
    String item = items(plan, "CUSTOM").get(0).id();
    clock.set("2027-03-04T09:00:00Z");
    assertThat(items(replan(user, plan), "CUSTOM"))
        .extracting(Item::id, Item::date)
        .containsExactly(tuple(item, LocalDate.of(2027, 3, 4)));
  }

  @Test
  void customItemsAreNeverAfterTheInterview() {
    JsonPath plan = add(user, create(user, "2027-03-15"), "Call", "2027-03-14", 20);
    JsonPath sooner = update(user, plan, "interviewOn", "2027-03-05");
    assertThat(items(sooner)).allMatch(i -> !i.date().isAfter(LocalDate.of(2027, 3, 5)));
    assertThat(items(sooner, "CUSTOM")).extracting(Item::date).containsExactly(MONDAY);
  }

  @Test
  void aDayIsNotShorterThanItsFixedItems() {
    JsonPath plan = add(user, create(user, "2027-03-15"), "Call", "2027-03-14", 20);
    assertThat(
            error(
                user.payload(
                    Plans.UPDATE,
                    Map.of(
                        "input",
                        GraphQL.map(
                            "id",
                            plan.getString("id"),
                            "dailyMinutes",
                            15,
                            "expectedVersion",
                            2)))))
        .startsWith("INVALID [input, dailyMinutes]");
  }

  @Test
  void rejectsInvalidItems() {
    JsonPath plan = create(user, "2027-03-15");
    assertThat(adding(plan, "date", "2027-02-28"))
        .isEqualTo("INVALID [input, date] date must be today or later");
    assertThat(adding(plan, "date", "2027-03-16"))
        .isEqualTo("INVALID [input, date] date must not be after the interview");
    assertThat(adding(plan, "estimatedMinutes", 0))
        .isEqualTo("INVALID [input, estimatedMinutes] estimatedMinutes must be at least 1");
    assertThat(adding(plan, "estimatedMinutes", 2147483647))
        .startsWith("INVALID [input, estimatedMinutes]");
    assertThat(adding(plan, "title", "\t")).startsWith("INVALID [input, title]");
    assertThat(adding(plan, "title", "x".repeat(201))).startsWith("TOO_LARGE [input, title]");
    assertThat(adding(plan, "planId", "x")).startsWith("NOT_FOUND [input, planId]");
  }

  private String adding(JsonPath plan, String field, Object value) {
    Map<String, Object> input =
        GraphQL.map(
            "planId",
            plan.getString("id"),
            "title",
            "x",
            "date",
            "2027-03-02",
            "estimatedMinutes",
            5);
    input.put(field, value);
    return error(user.payload(ADD, Map.of("input", input)));
  }

  @Test
  void addsAnItemOnceForAnIdempotencyKey() {
    JsonPath plan = create(user, "2027-03-15");
    Map<String, Object> input =
        GraphQL.map(
            "planId",
            plan.getString("id"),
            "title",
            "x",
            "date",
            "2027-03-02",
            "estimatedMinutes",
            5,
            "idempotencyKey",
            "k");
    Plans.plan(user, ADD, Map.of("input", input));
    assertThat(items(Plans.plan(user, ADD, Map.of("input", input)), "CUSTOM")).hasSize(1);
    input.put("title", "y");
    assertThat(error(user.payload(ADD, Map.of("input", input))))
        .startsWith("CONFLICT [input, idempotencyKey]");
  }

  @Test
  void doneItemsOccupyTheirDay() {
    JsonPath plan = create(user, "2027-03-15");
    items(plan).stream()
        .filter(item -> item.date().equals(MONDAY.plusDays(1)))
        .forEach(item -> done(user, item.id(), true));
    JsonPath renewed = replan(user, plan);
    assertThat(minutes(renewed).values()).allMatch(minutes -> minutes <= 45);
    assertThat(items(renewed))
        .filteredOn(item -> item.date().equals(MONDAY.plusDays(1)) && item.done())
        .extracting(Item::id)
        .isEqualTo(
            items(plan).stream()
                .filter(item -> item.date().equals(MONDAY.plusDays(1)))
                .map(Item::id)
                .toList());
  }

  @Test
  void limitsCustomItems() {
    JsonPath plan = create(user, "2028-03-15");
    for (int i = 0; i < 3; i++) {
      plan = add(user, plan, "Item " + i, "2027-03-02", 1);
    }
    assertThat(items(plan, "CUSTOM"))
        .extracting(Item::title)
        .isEqualTo(List.of("Item 0", "Item 1", "Item 2"));
  }
}
