package dev.prepgraph.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans and interviews accept the same time zones. */
@QuarkusTest
class TimeZoneInputTest {

  private static final String BOTH =
      """
      mutation ($plan: CreatePrepPlanInput!, $interview: TrackInterviewInput!) {
        plan: createPrepPlan(input: $plan) { prepPlan { timeZone } userErrors { code field } }
        interview: trackInterview(input: $interview) { interview { timeZone } userErrors { code field } } }
      """;

  private static Map<String, Object> variables(String zone) {
    return Map.of(
        "plan",
        Map.of(
            "guideId",
            GraphQL.query("{ roleGuide(slug: \"backend-developer-intern\") { id } }")
                .getString("roleGuide.id"),
            "interviewOn",
            LocalDate.now().plusDays(9).toString(),
            "dailyMinutes",
            30,
            "timeZone",
            zone),
        "interview",
        Map.of(
            "company",
            "ACME",
            "position",
            "Developer",
            "scheduledAt",
            "2027-03-01T10:00:00Z",
            "timeZone",
            zone));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"EST", "MST", "HST", "US/Pacific", "Europe/Kyiv", "Etc/GMT+5", "UTC", "GMT-0"})
  void acceptIanaNames(String zone) {
    var data = User.unknown().query(BOTH, variables(zone));
    assertThat(data.getString("plan.prepPlan.timeZone")).isEqualTo(zone);
    assertThat(data.getString("interview.interview.timeZone")).isEqualTo(zone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SystemV/EST5", "+02:00", "UTC+1", "Z", "Mars/Olympus_Mons"})
  void acceptNothingElse(String zone) {
    var data = User.unknown().query(BOTH, variables(zone));
    for (String mutation : List.of("plan", "interview")) {
      assertThat(data.getString(mutation + ".userErrors[0].code")).isEqualTo("INVALID");
      assertThat(data.getList(mutation + ".userErrors[0].field"))
          .isEqualTo(List.of("input", "timeZone"));
    }
  }
}
