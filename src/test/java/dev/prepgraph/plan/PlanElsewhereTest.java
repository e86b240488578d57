package dev.prepgraph.plan;

import static dev.prepgraph.plan.Plans.create;
import static dev.prepgraph.plan.Plans.items;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.Published;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Plans in the calendar and in the practice queue. */
@QuarkusTest
class PlanElsewhereTest {

  private final LocalDate interviewOn = LocalDate.now(ZoneOffset.UTC).plusDays(14);
  private final User user = User.unknown();

  private String calendar() {
    String path =
        user.query("mutation { rotateCalendarFeed { path } }").getString("rotateCalendarFeed.path");
    return given().urlEncodingEnabled(false).get(path).then().statusCode(200).extract().asString();
  }

  private static String compact(String date) {
    return date.replace("-", "");
  }

  @Test
  void theCalendarHasADayForEachDayOfThePlanAndTheInterview() {
    JsonPath plan = create(user, interviewOn.toString(), "title", "Big day");
    Plans.done(user, items(plan).get(0).id(), true);
    String text = calendar().replace("\r\n ", "").replace("\r\n", "\n");
    List<String> days = plan.getList("days.date");
    assertThat(text.split("BEGIN:VEVENT", -1)).hasSize(1 + days.size() + 1);
    assertThat(days).allMatch(day -> text.contains("DTSTART;VALUE=DATE:" + compact(day)));
    assertThat(text)
        .contains("SUMMARY:Interview: Big day")
        .contains("SUMMARY:Big day: " + plan.getInt("days[0].plannedMinutes") + " min")
        .contains(
            "DESCRIPTION:✓ Backend Developer Intern ("
                + items(plan).get(0).minutes()
                + " min)\\n•");
  }

  @Test
  void theCalendarIsInTheLanguageOfTheUser() {
    create(user, interviewOn.toString());
    assertThat(calendar()).contains("Backend Developer Intern");
    user.mutate(
        "mutation { updatePreferences(input: {locale: \"de\"}) { userErrors { code } } }",
        Map.of());
    String title =
        user.query(
                "query ($id: ID!) { roleGuide(id: $id, locale: \"de\") { title } }",
                Map.of("id", Published.guide()))
            .getString("roleGuide.title");
    assertThat(calendar().replace("\r\n ", ""))
        .contains("• " + title)
        .doesNotContain("• Backend Developer Intern");
  }

  @Test
  void theCalendarWithoutPlansIsEmpty() {
    create(User.unknown(), interviewOn.toString());
    assertThat(calendar()).doesNotContain("VEVENT");
  }

  @Test
  void whatIsPlannedForIsPractised() {
    String queue = "{ viewer { practiceQueue(first: 100) { question { slug } } } }";
    assertThat(user.query(queue).getList("viewer.practiceQueue")).isEmpty();
    create(user, interviewOn.toString());
    assertThat(user.query(queue).getList("viewer.practiceQueue")).hasSize(22);
  }

  @Test
  void schedulesPractisedQuestionsByTheirRatings() {
    JsonPath plan = create(user, interviewOn.toString());
    List<Plans.Item> learning = items(plan, "LEARN");
    practise(learning.get(0), "AGAIN");
    practise(learning.get(1), "EASY");

    JsonPath renewed = Plans.replan(user, plan);

    assertThat(items(renewed, "LEARN"))
        .extracting(Plans.Item::question)
        .hasSize(20)
        .doesNotContain(learning.get(0).question(), learning.get(1).question());
    // EASY is remembered for more than a week, AGAIN not until tomorrow.
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    assertThat(firstReview(renewed, learning.get(0))).isEqualTo(today.plusDays(1));
    assertThat(firstReview(renewed, learning.get(1))).isAfter(today.plusDays(6));
  }

  @Test
  void aDaysWorkTakesAFixedNumberOfStatements() {
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    String work =
        "{ viewer { prepPlans(first: 50) { edges { node { title progress { done } days(from: \"%1$s\", to: \"%1$s\") { items { title question { prompt } } } } } }"
                .formatted(today)
            + " practiceQueue { question { prompt } } readiness(guideId: \"%s\") { score } } }"
                .formatted(Published.guide(Published.GUIDE));
    create(user, interviewOn.toString());
    user.query(work);
    List<String> one = StatementCounter.during(() -> user.query(work));
    create(user, interviewOn.toString(), "guideId", Published.guide("qa-engineer-intern"));
    create(user, interviewOn.toString(), "guideId", Published.guide("frontend-developer-intern"));
    user.query(work);
    assertThat(StatementCounter.during(() -> user.query(work))).isEqualTo(one).hasSize(4);
  }

  private void practise(Plans.Item item, String rating) {
    user.query(
        "mutation ($input: RecordPracticeInput!) { recordPractice(input: $input) { card { reps } } }",
        Map.of("input", Map.of("questionId", item.question(), "rating", rating)));
  }

  private static LocalDate firstReview(JsonPath plan, Plans.Item item) {
    return items(plan, "REVIEW").stream()
        .filter(review -> review.question().equals(item.question()))
        .findFirst()
        .orElseThrow()
        .date();
  }
}
