package dev.prepgraph.interview;

import static dev.prepgraph.GraphQL.error;
import static dev.prepgraph.StatementCounter.during;
import static dev.prepgraph.interview.Tracking.TRACK;
import static dev.prepgraph.interview.Tracking.update;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.RowSecurityTest;
import dev.prepgraph.User;
import dev.prepgraph.node.NodeId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A guide is enough to track an interview; the company may follow. */
@QuarkusTest
class TrackFromGuideTest {

  private static final String MINE =
      "query ($id: ID!) { roleGuide(id: $id) { myInterviews { id } } }";

  private final User user = User.unknown();

  private static Map<String, Object> input(Object... values) {
    return Map.of("input", GraphQL.map(values));
  }

  private JsonPath track(Object... values) {
    return user.mutate(TRACK, input(values)).setRootPath("data.trackInterview.interview");
  }

  private void prefer(String locale, String timeZone) {
    user.mutate(
        "mutation ($input: UpdatePreferencesInput!) { updatePreferences(input: $input) { userErrors { code } } }",
        input("locale", locale, "timeZone", timeZone));
  }

  private static String title(String locale) {
    return GraphQL.query(
            "query ($id: ID!, $locale: String) { roleGuide(id: $id, locale: $locale) { title } }",
            Map.of("id", Published.guide(), "locale", locale))
        .getString("roleGuide.title");
  }

  @Test
  void hasTheTitleOfTheGuideAsPosition() {
    JsonPath interview = track("guideId", Published.guide());

    assertThat(interview.getString("position")).isEqualTo("Backend Developer Intern");
    assertThat(interview.<Object>get("company")).isNull();
    assertThat(interview.<Object>get("timeZone")).isNull();
    assertThat(interview.getString("guide.slug")).isEqualTo(Published.GUIDE);
    assertThat(interview.getString("stage.name")).isEqualTo("Saved");
  }

  @Test
  void isInTheLanguageAndTimeZoneOfTheUser() {
    prefer("de", "Asia/Tokyo");
    JsonPath preferred = track("guideId", Published.guide());
    assertThat(preferred.getString("position")).isEqualTo(title("de")).isNotEqualTo(title("en"));
    assertThat(preferred.getString("timeZone")).isEqualTo("Asia/Tokyo");
    JsonPath given = track("guideId", Published.guide(), "locale", "en", "timeZone", "UTC");
    assertThat(given.getString("position")).isEqualTo(title("en"));
    assertThat(given.getString("timeZone")).isEqualTo("UTC");
    JsonPath named = track("guideId", Published.guide(), "position", "Own");
    assertThat(named.getString("position")).isEqualTo("Own");
    assertThat(named.getString("timeZone")).isEqualTo("Asia/Tokyo");
  }

  @Test
  void needsAGuideOrAPosition() {
    assertThat(error(user.payload(TRACK, input("company", "ACME"))))
        .isEqualTo("INVALID [input, position] position or guideId must have a value");
    assertThat(track("position", "Developer").<Object>get("company")).isNull();
    for (String id : List.of("nonsense", NodeId.of('G', UUID.randomUUID()))) {
      assertThat(error(user.payload(TRACK, input("guideId", id))))
          .isEqualTo("NOT_FOUND [input, guideId] guideId must identify a published guide");
    }
    assertThat(error(user.payload(TRACK, input("position", "Developer", "company", " "))))
        .startsWith("INVALID [input, company]");
  }

  @Test
  void needsALanguageTag() {
    for (Object[] given :
        List.of(
            new Object[] {"guideId", Published.guide(), "locale", "en_US"},
            new Object[] {"position", "Developer", "timeZone", "UTC", "locale", ""})) {
      assertThat(error(user.payload(TRACK, input(given))))
          .isEqualTo(
              "INVALID [input, locale] locale must be a BCP 47 language tag, for example en or de-AT");
    }
  }

  @Test
  void getsItsCompanyLater() {
    String id = track("guideId", Published.guide()).getString("id");
    assertThat(update(user, id, 1, "company", "ACME").getString("interview.company"))
        .isEqualTo("ACME");
    assertThat(update(user, id, 2, "clear", List.of("COMPANY")).<Object>get("interview.company"))
        .isNull();
  }

  @Test
  void isExportedAndImportedOnceWithoutACompany() {
    track("guideId", Published.guide());
    ObjectNode export = user.export();
    assertThat(export.at("/interviews/0").has("company")).isFalse();
    User other = User.unknown();

    assertThat(other.importExport(export).getList("skipped")).isEmpty();
    assertThat(other.importExport(export).getList("skipped.path")).contains("/interviews/0");
    assertThat(other.export().get("interviews")).isEqualTo(export.get("interviews"));
  }

  private static List<String> mine(User reader) {
    return reader.query(MINE, Map.of("id", Published.guide())).getList("roleGuide.myInterviews.id");
  }

  @RowSecurityTest
  void isShownOnThePageOfItsGuideToItsUserAlone() {
    assertThat(mine(user)).isEmpty();
    String first = track("guideId", Published.guide()).getString("id");
    track("guideId", Published.guide("qa-engineer-intern"));
    track("position", "Developer");
    String second = track("guideId", Published.guide()).getString("id");

    assertThat(mine(user)).containsExactly(second, first);
    assertThat(mine(User.unknown())).isEmpty();
    assertThat(
            GraphQL.query(MINE, Map.of("id", Published.guide())).getList("roleGuide.myInterviews"))
        .isEmpty();
  }

  @Test
  void isReadForAPageOfGuidesAtOnce() {
    String guide = Published.guide();
    for (int i = 0; i < 21; i++) {
      track("guideId", guide);
    }
    track("guideId", Published.guide("qa-engineer-intern"));
    String page =
        "{ roleGuides(first: 20) { edges { node { myInterviews { position stage { name } } } } } }";
    assertThat(user.query(page).getList("roleGuides.edges.node.myInterviews.flatten()"))
        .hasSize(21);
    // To enter; the interviews.
    assertThat(during(() -> user.query(page))).hasSize(2);
  }

  @Test
  void isRepeatableByItsKey() {
    String first = track("guideId", Published.guide(), "idempotencyKey", "k").getString("id");
    prefer("de", null);
    assertThat(track("guideId", Published.guide(), "idempotencyKey", "k").getString("id"))
        .isEqualTo(first);
  }
}
