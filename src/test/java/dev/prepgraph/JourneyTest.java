package dev.prepgraph;

import static dev.prepgraph.StatementCounter.during;
import static dev.prepgraph.answer.Answers.save;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole use of one candidate, from the first guide to the erasure of the account. */
@QuarkusTest
class JourneyTest {

  private static final String PLAN =
      "{ prepPlan { id version dailyMinutes progress { done total } days { date plannedMinutes items { id kind done question { id } } } }"
          + " userErrors { code field } }";

  private static final String TODAY =
      "query ($guide: ID!, $day: Date!) { viewer {"
          + " prepPlans { totalCount edges { node { title feasible progress { done total } days(from: $day, to: $day) { items { title question { prompt } } } } } }"
          + " practiceQueue(first: 10) { dueAt retrievability question { prompt } }"
          + " readiness(guideId: $guide) { score formula criteria { score answered total criterion { name } } }"
          + " interviews { totalCount edges { node { company stage { name } plan { id } } } } } }";

  @Inject TestClock clock;

  private final User user = User.unknown();
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  @AfterEach
  void letTheClockRun() {
    clock.set(null);
  }

  private JsonPath run(String document, Map<String, ?> variables) {
    JsonPath payload = user.query(document, variables).setRootPath("data.r");
    if (!payload.getList("userErrors").isEmpty()) {
      throw new AssertionError(payload.prettify());
    }
    return payload;
  }

  private JsonPath plan(String guide, int days) {
    return run(
            "mutation ($input: CreatePrepPlanInput!) { r: createPrepPlan(input: $input) "
                + PLAN
                + " }",
            Map.of(
                "input",
                Map.of(
                    "guideId",
                    guide,
                    "interviewOn",
                    today.plusDays(days).toString(),
                    "dailyMinutes",
                    45,
                    "timeZone",
                    "UTC",
                    "idempotencyKey",
                    guide)))
        .setRootPath("data.r.prepPlan");
  }

  private String track(String company, String guide, String plan, int days) {
    return run(
            "mutation ($input: TrackInterviewInput!) { r: trackInterview(input: $input) { interview { id } userErrors { code field } } }",
            Map.of(
                "input",
                Map.of(
                    "company",
                    company,
                    "position",
                    "Intern",
                    "guideId",
                    guide,
                    "planId",
                    plan,
                    "timeZone",
                    "Europe/Berlin",
                    "scheduledAt",
                    today.plusDays(days) + "T09:00:00Z")))
        .getString("interview.id");
  }

  private double readiness(String guide) {
    return user.query(TODAY, Map.of("guide", guide, "day", today.toString()))
        .getDouble("viewer.readiness.score");
  }

  private static void staysWithinTheDays(JsonPath plan, LocalDate first, LocalDate last) {
    List<Map<String, Object>> days = plan.getList("days");
    assertThat(days).isNotEmpty();
    for (Map<String, Object> day : days) {
      assertThat((Integer) day.get("plannedMinutes")).isLessThanOrEqualTo(45);
      assertThat(LocalDate.parse((String) day.get("date"))).isBetween(first, last);
    }
  }

  @Test
  void leadsThroughEverything() {
    JsonPath guides =
        GraphQL.query(
            "{ intern: roleGuide(slug: \"backend-developer-intern\") { id overview questions(first: 6) { edges { node { id howToAnswer } } } }"
                + " data: roleGuide(slug: \"data-analyst-intern\") { id } }");
    String guide = guides.getString("intern.id");
    List<String> questions = guides.getList("intern.questions.edges.node.id");
    for (String question : questions) {
      save(
          user,
          question,
          0,
          "star",
          Map.of("situation", "Then", "task", "This", "action", "That", "result", "So"),
          "status",
          "READY");
    }
    double answered = readiness(guide);
    assertThat(answered).isPositive();

    JsonPath first = plan(guide, 14);
    String planId = first.getString("id");
    staysWithinTheDays(first, today, today.plusDays(14));
    assertThat(plan(guide, 14).getString("id")).isEqualTo(planId);

    List<String> done = first.getList("days[0].items.id");
    assertThat(done).isNotEmpty();
    for (String item : done) {
      run(
          "mutation ($id: ID!) { r: setPlanItemDone(input: {id: $id, done: true}) " + PLAN + " }",
          Map.of("id", item));
    }
    for (String question : questions) {
      run(
          "mutation ($q: ID!) { r: recordPractice(input: {questionId: $q, rating: GOOD}) { card { reps } userErrors { code field } } }",
          Map.of("q", question));
    }
    assertThat(readiness(guide)).isGreaterThan(answered);

    // Three days are missed.
    clock.set(today.plusDays(4) + "T08:00:00Z");
    JsonPath later =
        run(
                "mutation ($id: ID!) { r: replanPrepPlan(input: {id: $id}) " + PLAN + " }",
                Map.of("id", planId))
            .setRootPath("data.r.prepPlan");
    assertThat(later.getInt("progress.done")).isEqualTo(done.size());
    List<String> open = later.getList("days.items.flatten().findAll { !it.done }.id");
    assertThat(open).isNotEmpty().doesNotContainAnyElementsOf(done);
    staysWithinTheDays(later, today, today.plusDays(14));
    assertThat(later.getList("days.findAll { it.items.any { !it.done } }.date", String.class))
        .allMatch(day -> !LocalDate.parse(day).isBefore(today.plusDays(4)));

    track("First Ltd", guide, planId, 14);
    String other = guides.getString("data.id");
    JsonPath second = plan(other, 9);
    track("Second Ltd", other, second.getString("id"), 9);
    sharesTheMinutes();

    Map<String, Object> asked = Map.of("guide", guide, "day", today.plusDays(5).toString());
    user.query(TODAY, asked);
    assertThat(during(() -> user.query(TODAY, asked))).hasSizeLessThanOrEqualTo(8);

    leaves();
  }

  /** Both plans together take at most 45 minutes on any day ahead. */
  private void sharesTheMinutes() {
    JsonPath plans =
        user.query(
            "{ viewer { prepPlans { edges { node { days { date items { done estimatedMinutes } } } } } } }");
    Map<String, Integer> minutes = new HashMap<>();
    List<List<Map<String, Object>>> all = plans.getList("viewer.prepPlans.edges.node.days");
    assertThat(all).hasSize(2);
    for (List<Map<String, Object>> days : all) {
      for (Map<String, Object> day : days) {
        List<?> items = (List<?>) day.get("items");
        for (Object item : items) {
          Map<?, ?> work = (Map<?, ?>) item;
          if (!(Boolean) work.get("done")) {
            minutes.merge(
                (String) day.get("date"), (Integer) work.get("estimatedMinutes"), Integer::sum);
          }
        }
      }
    }
    assertThat(minutes.values()).isNotEmpty().allMatch(sum -> sum <= 45);
  }

  private void leaves() {
    String export = user.request().get("/account/export").asString();
    assertThat(export).contains("First Ltd", "Second Ltd", "\"prepPlans\"", "\"practices\"");
    assertThat(
            user.query("mutation { deleteMyAccount(input: {confirm: true}) { deleted } }")
                .getBoolean("deleteMyAccount.deleted"))
        .isTrue();
    assertThat(
            user.query("{ viewer { interviews { totalCount } prepPlans { totalCount } } }")
                .getMap("viewer"))
        .isEqualTo(
            Map.of("interviews", Map.of("totalCount", 0), "prepPlans", Map.of("totalCount", 0)));
    user.request()
        .contentType("application/json")
        .body(export)
        .post("/account/import")
        .then()
        .statusCode(200);
    JsonPath back =
        user.query(
            "{ viewer { savedAnswers { totalCount } interviews { totalCount } prepPlans { totalCount } } }");
    assertThat(back.getInt("viewer.savedAnswers.totalCount")).isEqualTo(6);
    assertThat(back.getInt("viewer.interviews.totalCount")).isEqualTo(2);
    assertThat(back.getInt("viewer.prepPlans.totalCount")).isEqualTo(2);
  }
}
