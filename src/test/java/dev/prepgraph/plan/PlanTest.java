package dev.prepgraph.plan;

import static dev.prepgraph.GraphQL.error;
import static dev.prepgraph.plan.Plans.CREATE;
import static dev.prepgraph.plan.Plans.UPDATE;
import static dev.prepgraph.plan.Plans.create;
import static dev.prepgraph.plan.Plans.done;
import static dev.prepgraph.plan.Plans.input;
import static dev.prepgraph.plan.Plans.items;
import static dev.prepgraph.plan.Plans.minutes;
import static dev.prepgraph.plan.Plans.replan;
import static dev.prepgraph.plan.Plans.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.User;
import dev.prepgraph.plan.Plans.Item;
import dev.prepgraph.plan.schema.Weekday;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PlanTest extends PlansOnAMonday {

  private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

  @Test
  void spreadsAGuideOverTheDaysToTheInterview() {
    JsonPath plan = create(user, "2027-03-15");

    assertThat(plan.getString("title")).isEqualTo("Backend Developer Intern");
    assertThat(plan.getString("guide.slug")).isEqualTo(Published.GUIDE);
    assertThat(plan.getInt("version")).isEqualTo(1);
    assertThat(plan.getBoolean("feasible")).isTrue();
    assertThat(plan.getInt("shortfallMinutes")).isZero();
    assertThat(plan.getInt("progress.done")).isZero();
    assertThat(plan.getInt("progress.total")).isEqualTo(items(plan).size());
    assertThat(plan.getList("days.plannedMinutes", Integer.class))
        .isEqualTo(List.copyOf(minutes(plan).values()))
        .allMatch(minutes -> minutes <= 45);
    assertThat(plan.getList("days.date", String.class))
        .isSorted()
        .startsWith("2027-03-01")
        .endsWith("2027-03-15");

    List<Item> items = items(plan);
    assertThat(items.get(0).kind()).isEqualTo("READ");
    assertThat(items.get(0).title()).isEqualTo("Backend Developer Intern");
    assertThat(items(plan, "LEARN")).extracting(Item::question).hasSize(22).doesNotHaveDuplicates();
    assertThat(items(plan, "REVIEW"))
        .filteredOn(item -> item.date().equals(MONDAY.plusDays(14)))
        .isNotEmpty();
    assertThat(items(plan, "LEARN")).allMatch(i -> i.date().isBefore(MONDAY.plusDays(14)));
    for (Item review : items(plan, "REVIEW")) {
      Item learnt =
          items(plan, "LEARN").stream()
              .filter(item -> item.question().equals(review.question()))
              .findFirst()
              .orElseThrow();
      assertThat(learnt.date()).isBefore(review.date());
      assertThat(review.title()).isEqualTo(learnt.title());
    }
  }

  @Test
  void estimatesMinutesByDifficultyAndFramework() {
    JsonPath plan = create(user, "2027-03-15");
    for (Map<String, Object> day : plan.<Map<String, Object>>getList("days")) {
      for (Object each : (List<?>) day.get("items")) {
        Map<?, ?> item = (Map<?, ?>) each;
        if (item.get("kind").equals("LEARN")) {
          Map<?, ?> question = (Map<?, ?>) item.get("question");
          int freeform =
              Map.of("EASY", 10, "MEDIUM", 15, "HARD", 20).get(question.get("difficulty"));
          assertThat(item.get("estimatedMinutes"))
              .isEqualTo(question.get("framework").equals("STAR") ? freeform + 5 : freeform);
        }
      }
    }
  }

  @Test
  void learnsOnTheOnlyDayThereIs() {
    JsonPath plan = create(user, "2027-03-01", "title", "Mañana 🎯", "dailyMinutes", 60);
    assertThat(plan.getString("title")).isEqualTo("Mañana 🎯");
    assertThat(plan.getList("days.date")).isEqualTo(List.of("2027-03-01"));
    assertThat(plan.getList("days.plannedMinutes")).isEqualTo(List.of(60));
    assertThat(items(plan)).extracting(Item::kind).containsOnly("READ", "LEARN");
    assertThat(plan.getBoolean("feasible")).isFalse();
  }

  @Test
  void keepsTomorrowForReview() {
    JsonPath plan = create(user, "2027-03-02");
    assertThat(items(plan))
        .filteredOn(item -> item.date().equals(MONDAY))
        .extracting(Item::kind)
        .containsOnly("READ", "LEARN");
    assertThat(items(plan))
        .filteredOn(item -> item.date().equals(MONDAY.plusDays(1)))
        .extracting(Item::kind)
        .containsOnly("REVIEW");
    int work =
        minutes(create(User.unknown(), "2027-03-15")).entrySet().stream()
                .mapToInt(Map.Entry::getValue)
                .sum()
            - items(create(User.unknown(), "2027-03-15"), "REVIEW").stream()
                .mapToInt(Item::minutes)
                .sum();
    assertThat(plan.getInt("shortfallMinutes")).isEqualTo(work - 45);
  }

  @Test
  void reachesTwoYearsAhead() {
    JsonPath plan = create(user, "2029-03-01");
    assertThat(plan.getBoolean("feasible")).isTrue();
    assertThat(plan.getList("days.date", String.class)).endsWith("2029-03-01");
    assertThat(items(plan, "REVIEW"))
        .filteredOn(item -> item.date().isBefore(LocalDate.of(2029, 3, 1)))
        .hasSizeGreaterThan(15 * 3);
  }

  @Test
  void leavesDaysOff() {
    JsonPath plan =
        create(user, "2027-03-15", "daysOff", List.of("SATURDAY", "SUNDAY", "SATURDAY"));
    assertThat(plan.getList("daysOff")).isEqualTo(List.of("SATURDAY", "SUNDAY"));
    assertThat(items(plan))
        .extracting(item -> item.date().getDayOfWeek())
        .doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    JsonPath changed = update(user, plan, "daysOff", List.of("MONDAY"));
    assertThat(items(changed))
        .extracting(item -> item.date().getDayOfWeek())
        .doesNotContain(DayOfWeek.MONDAY);
    assertThat(update(user, changed, "daysOff", List.of()).getList("daysOff")).isEmpty();
  }

  @Test
  void countsDaysInThePlansTimeZone() {
    clock.set("2027-03-01T23:30:00Z");
    assertThat(create(user, "2027-03-02", "timeZone", "Pacific/Auckland").getList("days.date"))
        .isEqualTo(List.of("2027-03-02"));
    assertThat(create(User.unknown(), "2027-03-02").getList("days.date"))
        .isEqualTo(List.of("2027-03-01", "2027-03-02"));
    assertThat(
            error(
                user.payload(
                    CREATE, Map.of("input", input("2027-03-01", "timeZone", "Asia/Tokyo")))))
        .isEqualTo("INVALID [input, interviewOn] interviewOn must be today or later");
  }

  @Test
  void losesNoDayToDaylightSaving() {
    clock.set("2027-03-26T22:30:00Z");
    JsonPath plan = create(user, "2027-03-30", "timeZone", "Europe/Berlin");
    assertThat(plan.getList("days.date"))
        .isEqualTo(List.of("2027-03-26", "2027-03-27", "2027-03-28", "2027-03-29", "2027-03-30"));
    // Midnight of the day after is an hour earlier in UTC than it was before.
    clock.set("2027-03-28T22:00:00Z");
    assertThat(replan(user, plan).getList("days.date"))
        .isEqualTo(List.of("2027-03-29", "2027-03-30"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interviewOn | 2027-02-28 | INVALID [input, interviewOn] interviewOn must be today or later",
        "interviewOn | 2031-01-01 | INVALID [input, interviewOn] interviewOn must be at most 1100 days ahead",
        "dailyMinutes | 4 | INVALID [input, dailyMinutes] dailyMinutes must be 5 to 1440",
        "dailyMinutes | 1441 | INVALID [input, dailyMinutes] dailyMinutes must be 5 to 1440",
        "dailyMinutes | -2147483648 | INVALID [input, dailyMinutes] dailyMinutes must be 5 to 1440",
        "timeZone | Europe/Atlantis | INVALID [input, timeZone] timeZone must be an IANA time zone, for example Europe/Berlin",
        "timeZone | +02:00 | INVALID [input, timeZone] timeZone must be an IANA time zone, for example Europe/Berlin",
        "timeZone | GMT+2 | INVALID [input, timeZone] timeZone must be an IANA time zone, for example Europe/Berlin",
        "timeZone | '' | INVALID [input, timeZone] timeZone must be an IANA time zone, for example Europe/Berlin",
        "title | ' ' | INVALID [input, title] title must not be blank",
        "guideId | nonsense | NOT_FOUND [input, guideId] guideId must identify a published guide",
        "idempotencyKey | '' | INVALID [input, idempotencyKey] idempotencyKey must have 1 to 255 characters and not be blank"
      })
  void rejectsInvalidFields(String field, String value, String rejection) {
    Object given = field.equals("dailyMinutes") ? Integer.valueOf(value) : value;
    assertThat(error(user.payload(CREATE, Map.of("input", input("2027-03-15", field, given)))))
        .isEqualTo(rejection);
  }

  @Test
  void rejectsMoreInvalidInput() {
    String question =
        GraphQL.query("{ questions(first: 1) { edges { node { id } } } }")
            .getString("questions.edges[0].node.id");
    assertThat(
            error(user.payload(CREATE, Map.of("input", input("2027-03-15", "guideId", question)))))
        .startsWith("NOT_FOUND [input, guideId]");
    assertThat(
            error(
                user.payload(
                    CREATE, Map.of("input", input("2027-03-15", "title", "x".repeat(201))))))
        .startsWith("TOO_LARGE [input, title]");
    assertThat(create(user, "2027-03-15", "title", "😀".repeat(200)).getString("title"))
        .isEqualTo("😀".repeat(200));
    List<String> week = List.of(Weekday.values()).stream().map(Weekday::name).toList();
    assertThat(error(user.payload(CREATE, Map.of("input", input("2027-03-15", "daysOff", week)))))
        .startsWith("INVALID [input, daysOff]");
    for (Object date : List.of("2027-02-30", "tomorrow", 20270315, "+999999999-12-31")) {
      assertThat(user.rejection(CREATE, Map.of("input", input("2027-03-15", "interviewOn", date))))
          .startsWith("BAD_REQUEST");
    }
    assertThat(
            user.rejection(
                CREATE, Map.of("input", input("2027-03-15", "daysOff", List.of("FREEDAY")))))
        .startsWith("BAD_REQUEST");
  }

  private String code(Map<String, Object> input) {
    return user.send(CREATE, Map.of("input", input)).getString("errors[0].extensions.code");
  }

  @Test
  void isCreatedOnceForAnIdempotencyKey() {
    JsonPath plan = create(user, "2027-03-15", "idempotencyKey", "k");
    JsonPath again = create(user, "2027-03-15", "idempotencyKey", "k");
    assertThat(again.getString("id")).isEqualTo(plan.getString("id"));
    assertThat(
            error(
                user.payload(CREATE, Map.of("input", input("2027-03-16", "idempotencyKey", "k")))))
        .startsWith("CONFLICT [input, idempotencyKey]");
    assertThat(create(user, "2027-03-15", "idempotencyKey", "l").getString("id"))
        .isNotEqualTo(plan.getString("id"));
    assertThat(create(User.unknown(), "2027-03-15", "idempotencyKey", "k").getString("id"))
        .isNotEqualTo(plan.getString("id"));
  }

  @Test
  void showsCustomItemsWithoutADay() {
    JsonPath plan = create(user, "2027-03-02", "dailyMinutes", 20);
    Plans.add(user, plan, "Missed", "2027-03-01", 20);
    Plans.add(user, plan, "Fixed", "2027-03-02", 20);
    assertThat(unscheduled(plan)).isEmpty();

    clock.set("2027-03-02T09:00:00Z");
    JsonPath late = replan(user, plan);

    assertThat(items(late, "CUSTOM")).extracting(Item::title).containsExactly("Fixed");
    assertThat(unscheduled(plan)).containsExactly("Missed CUSTOM null 20");
    JsonPath longer = update(user, late, "dailyMinutes", 60);
    assertThat(items(longer, "CUSTOM")).extracting(Item::title).contains("Fixed", "Missed");
    assertThat(unscheduled(plan)).isEmpty();
  }

  private List<String> unscheduled(JsonPath plan) {
    JsonPath found =
        user.query(
            "query ($id: ID!) { node(id: $id) { ... on PrepPlan { unscheduledItems { title kind date estimatedMinutes } } } }",
            Map.of("id", plan.getString("id")));
    return found.<Map<String, Object>>getList("node.unscheduledItems").stream()
        .filter(i -> i.get("kind").equals("CUSTOM"))
        .map(
            i ->
                "%s %s %s %s"
                    .formatted(
                        i.get("title"), i.get("kind"), i.get("date"), i.get("estimatedMinutes")))
        .toList();
  }

  @Test
  void isUpdatedFromItsVersionOnly() {
    JsonPath plan = create(user, "2027-03-15");
    JsonPath named = update(user, plan, "title", "Other");
    assertThat(named.getInt("version")).isEqualTo(2);
    assertThat(named.getString("title")).isEqualTo("Other");
    assertThat(items(named)).isEqualTo(items(plan));

    JsonPath stale =
        user.payload(
            UPDATE,
            Map.of(
                "input",
                GraphQL.map("id", plan.getString("id"), "title", "x", "expectedVersion", 1)));
    assertThat(error(stale)).startsWith("CONFLICT [input, expectedVersion]");
    assertThat(stale.<Object>get("prepPlan")).isNull();
    assertThat(update(user, plan, "title", "Other").getInt("version")).as("repeated").isEqualTo(2);

    assertThat(update(user, named, "title", "Other").getInt("version")).isEqualTo(2);
    JsonPath shorter = update(user, named, "dailyMinutes", 20, "interviewOn", "2027-03-10");
    assertThat(shorter.getInt("version")).isEqualTo(3);
    assertThat(shorter.getString("title")).isEqualTo("Other");
    assertThat(minutes(shorter).values()).allMatch(minutes -> minutes <= 20);
    assertThat(items(shorter)).allMatch(i -> !i.date().isAfter(LocalDate.of(2027, 3, 10)));
    assertThat(shorter.getBoolean("feasible")).isFalse();
  }

  @Test
  void isDoneItemByItem() {
    JsonPath plan = create(user, "2027-03-15");
    Item first = items(plan).get(0);
    JsonPath ticked = done(user, first.id(), true);
    assertThat(ticked.getInt("version")).isEqualTo(2);
    assertThat(ticked.getInt("progress.done")).isEqualTo(1);
    assertThat(ticked.getBoolean("days[0].items[0].done")).isTrue();
    assertThat(ticked.getString("days[0].items[0].doneAt")).isEqualTo("2027-03-01T09:00:00Z");

    clock.set("2027-03-01T10:00:00Z");
    JsonPath again = done(user, first.id(), true);
    assertThat(again.getInt("version")).isEqualTo(2);
    assertThat(again.getString("days[0].items[0].doneAt")).isEqualTo("2027-03-01T09:00:00Z");

    JsonPath undone = done(user, first.id(), false);
    assertThat(undone.getInt("version")).isEqualTo(3);
    assertThat(undone.getInt("progress.done")).isZero();
    assertThat(undone.<Object>get("days[0].items[0].doneAt")).isNull();
  }

  @Test
  void reschedulesMissedItemsOnly() {
    JsonPath plan = create(user, "2027-03-15");
    List<Item> finished = items(plan).stream().filter(item -> item.date().equals(MONDAY)).toList();
    finished.forEach(item -> done(user, item.id(), true));

    clock.set("2027-03-05T06:00:00Z");
    JsonPath renewed = replan(user, plan);
    assertThat(items(renewed))
        .filteredOn(Item::done)
        .extracting(Item::id)
        .isEqualTo(finished.stream().map(Item::id).toList());
    assertThat(items(renewed))
        .filteredOn(item -> !item.done())
        .allMatch(item -> !item.date().isBefore(LocalDate.of(2027, 3, 5)));
    assertThat(minutes(renewed).values()).allMatch(minutes -> minutes <= 45);
    assertThat(items(renewed, "LEARN"))
        .extracting(Item::question)
        .hasSize(22)
        .doesNotHaveDuplicates();
    // The rescheduled item keeps its id.
    Map<String, String> before =
        items(plan, "LEARN").stream().collect(Collectors.toMap(Item::question, Item::id));
    assertThat(items(renewed, "LEARN")).allMatch(i -> before.get(i.question()).equals(i.id()));
    assertThat(renewed.getInt("version")).isEqualTo(1 + finished.size() + 1);
    assertThat(replan(user, renewed).getInt("version")).isEqualTo(renewed.getInt("version"));
  }

  @Test
  void isNotRescheduledAfterTheInterview() {
    JsonPath plan = create(user, "2027-03-02");
    clock.set("2027-03-03T00:00:00Z");
    assertThat(error(user.payload(Plans.REPLAN, Map.of("id", plan.getString("id")))))
        .isEqualTo("INVALID [input, id] id must identify a plan whose interview is not over");
    assertThat(
            error(
                user.payload(
                    UPDATE,
                    Map.of(
                        "input",
                        GraphQL.map(
                            "id",
                            plan.getString("id"),
                            "dailyMinutes",
                            30,
                            "expectedVersion",
                            1)))))
        .isEqualTo("INVALID [input, interviewOn] interviewOn must be today or later");
    assertThat(update(user, plan, "title", "Went well").getString("title")).isEqualTo("Went well");
    assertThat(done(user, items(plan).get(0).id(), true).getInt("progress.done")).isEqualTo(1);
    assertThat(
            update(user, plan, "interviewOn", "2027-03-09", "expectedVersion", 3)
                .getList("days.date"))
        .contains("2027-03-09");
  }

  @Test
  void showsTheRequestedDays() {
    JsonPath plan = create(user, "2027-03-15");
    JsonPath some =
        user.query(
                "query ($id: ID!) { node(id: $id) { ... on PrepPlan { days(from: \"2027-03-02\", to: \"2027-03-03\") { date } } } }",
                Map.of("id", plan.getString("id")))
            .setRootPath("data.node");
    assertThat(some.getList("days.date")).isEqualTo(List.of("2027-03-02", "2027-03-03"));
  }

  @Test
  void schedulesWeakQuestionsFirst() {
    JsonPath plan = create(user, "2027-03-15", "dailyMinutes", 600); // one day holds all
    List<Item> usual = items(plan, "LEARN");
    Item last = usual.get(usual.size() - 1);
    TestGaps.set(Set.of(last.question()), Set.of());
    try {
      assertThat(items(replan(user, plan), "LEARN").get(0).question()).isEqualTo(last.question());
      TestGaps.set(Set.of(), Set.of("learning-agility"));
      JsonPath renewed = replan(user, plan);
      List<?> criteria =
          renewed.getList(
              "days.items.flatten().findAll { it.kind == 'LEARN' }.question.criteria.slug");
      long leading =
          criteria.stream().filter(slugs -> ((List<?>) slugs).contains("learning-agility")).count();
      assertThat(leading).isPositive();
      assertThat(criteria.subList(0, (int) leading))
          .allMatch(slugs -> ((List<?>) slugs).contains("learning-agility"));
    } finally {
      TestGaps.set(Set.of(), Set.of());
    }
  }
}
