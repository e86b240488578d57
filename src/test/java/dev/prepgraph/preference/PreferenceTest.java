package dev.prepgraph.preference;

import static dev.prepgraph.StatementCounter.during;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.RowSecurityTest;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PreferenceTest {

  private static final String UPDATE =
      """
      mutation ($input: UpdatePreferencesInput!) { updatePreferences(input: $input) {
        preferences { locale timeZone } userErrors { code field message } } }
      """;

  private static final String READ = "{ viewer { preferences { locale timeZone } } }";

  private static final String PLAN =
      """
      mutation ($input: CreatePrepPlanInput!) { createPrepPlan(input: $input) {
        prepPlan { timeZone } userErrors { code field message } } }
      """;

  private final User user = User.unknown();

  private static Map<String, Object> input(Object... values) {
    return Map.of("input", GraphQL.map(values));
  }

  private static Map<String, Object> preferences(String locale, String timeZone) {
    return GraphQL.map("locale", locale, "timeZone", timeZone);
  }

  private void update(Object... values) {
    user.mutate(UPDATE, input(values));
  }

  private static Map<String, Object> read(User reader) {
    return reader.query(READ).getMap("viewer.preferences");
  }

  private static Map<String, Object> plan() {
    return input(
        "guideId",
        Published.guide(),
        "interviewOn",
        LocalDate.now().plusDays(9).toString(),
        "dailyMinutes",
        30);
  }

  @Test
  void areStoredChangedAndCleared() {
    assertThat(read(user)).isEqualTo(preferences(null, null));
    JsonPath set = user.mutate(UPDATE, input("locale", "de-AT", "timeZone", "Europe/Vienna"));
    assertThat(set.getMap("preferences")).isEqualTo(preferences("de-AT", "Europe/Vienna"));
    assertThat(read(user)).isEqualTo(preferences("de-AT", "Europe/Vienna"));
    update("locale", "en");
    assertThat(read(user)).isEqualTo(preferences("en", "Europe/Vienna"));
    update("clear", List.of("TIME_ZONE"));
    assertThat(read(user)).isEqualTo(preferences("en", null));
    update();
    assertThat(read(user)).isEqualTo(preferences("en", null));
    update("timeZone", "Asia/Tokyo", "clear", List.of("LOCALE"));
    assertThat(read(user)).isEqualTo(preferences(null, "Asia/Tokyo"));
    update("clear", List.of("TIME_ZONE", "LOCALE"));
    assertThat(read(user)).isEqualTo(preferences(null, null));
    assertThat(user.export().get("preferences")).isEmpty();
    update("clear", List.of("LOCALE"));
    update("locale", "fr");
    assertThat(read(user)).isEqualTo(preferences("fr", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "e", "en_US", "en-", "deutschland", " en", "en-US\u200B"})
  void rejectOtherThanLanguageTags(String locale) {
    assertThat(GraphQL.error(user.payload(UPDATE, input("locale", locale))))
        .isEqualTo(
            "INVALID [input, locale] locale must be a BCP 47 language tag, for example en or de-AT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+02:00", "UTC+1", "SystemV/EST5", "Mars/Olympus_Mons"})
  void rejectOtherThanTimeZones(String timeZone) {
    assertThat(GraphQL.error(user.payload(UPDATE, input("timeZone", timeZone))))
        .isEqualTo(
            "INVALID [input, timeZone] timeZone must be an IANA time zone, for example Europe/Berlin");
  }

  @ParameterizedTest
  @CsvSource({"locale, de, LOCALE", "timeZone, UTC, TIME_ZONE"})
  void rejectValuesThatAreCleared(String field, String value, String cleared) {
    assertThat(GraphQL.errors(user.payload(UPDATE, input(field, value, "clear", List.of(cleared)))))
        .containsExactly("INVALID [input, clear]");
  }

  @Test
  void giveNewPlansTheirTimeZone() {
    assertThat(GraphQL.error(user.payload(PLAN, plan())))
        .isEqualTo(
            "INVALID [input, timeZone] timeZone must have a value where the preferences have none");
    update("timeZone", "Asia/Tokyo");
    assertThat(user.mutate(PLAN, plan()).getString("prepPlan.timeZone")).isEqualTo("Asia/Tokyo");
  }

  @Test
  void areReadFromTheViewerOfTheMutation() {
    JsonPath set =
        user.query(
            "mutation { updatePreferences(input: {locale: \"de\"}) { viewer { preferences { locale } } } }");
    assertThat(set.getString("updatePreferences.viewer.preferences.locale")).isEqualTo("de");
  }

  @Test
  void doNotHideOtherMistakesOfAPlan() {
    Map<String, Object> wrong = GraphQL.map("guideId", Published.guide(), "dailyMinutes", 1);
    wrong.put("interviewOn", LocalDate.now().plusDays(9).toString());
    assertThat(GraphQL.errors(user.payload(PLAN, Map.of("input", wrong))))
        .containsExactly("INVALID [input, timeZone]", "INVALID [input, dailyMinutes]");
  }

  @Test
  void takeAFixedNumberOfStatements() {
    update("locale", "de");
    // To enter; the preferences.
    assertThat(during(() -> read(user))).hasSize(2);
    // To enter and lock; the preferences; the update.
    assertThat(during(() -> update("locale", "en"))).hasSize(3);
  }

  @Test
  void requireALogin() {
    assertThat(GraphQL.rejection(UPDATE, input("locale", "de"))).startsWith("UNAUTHENTICATED");
    assertThat(GraphQL.query(READ).<Object>get("viewer")).isNull();
  }

  @Test
  void areImportedWithoutAnUnknownTimeZone() {
    update("locale", "de", "timeZone", "Asia/Tokyo");
    ObjectNode export = user.export();
    ((ObjectNode) export.at("/preferences/0")).put("timeZone", "Mars/Olympus_Mons");
    User other = User.unknown();

    JsonPath report = other.importExport(export);

    assertThat(report.getList("skipped"))
        .containsExactly(Map.of("path", "/preferences/0/timeZone", "reason", "UNKNOWN"));
    assertThat(read(other)).isEqualTo(preferences("de", null));
    assertThat(user.importExport(export).getList("skipped"))
        .containsExactly(Map.of("path", "/preferences/0", "reason", "EXISTS"));
    assertThat(read(user)).isEqualTo(preferences("de", "Asia/Tokyo"));
  }

  @RowSecurityTest
  void areHiddenFromOtherUsers() {
    update("locale", "de", "timeZone", "Asia/Tokyo");
    User other = User.unknown();

    assertThat(read(other)).isEqualTo(preferences(null, null));
    assertThat(other.export().get("preferences")).isEmpty();
    assertThat(GraphQL.errors(other.payload(PLAN, plan())))
        .containsExactly("INVALID [input, timeZone]");
    other.mutate(UPDATE, input("locale", "fr"));
    assertThat(read(other)).isEqualTo(preferences("fr", null));
    assertThat(read(user)).isEqualTo(preferences("de", "Asia/Tokyo"));
    other.query("mutation { deleteMyAccount(input: {confirm: true}) { deleted } }");
    assertThat(read(other)).isEqualTo(preferences(null, null));
    assertThat(read(user)).isEqualTo(preferences("de", "Asia/Tokyo"));
  }
}
