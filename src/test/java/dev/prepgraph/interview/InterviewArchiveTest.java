package dev.prepgraph.interview;

import static dev.prepgraph.interview.Tracking.move;
import static dev.prepgraph.interview.Tracking.node;
import static dev.prepgraph.interview.Tracking.stage;
import static dev.prepgraph.interview.Tracking.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.GraphQL;
import dev.prepgraph.User;
import dev.prepgraph.common.JsonSchema;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interviews in the export of an account, and back. */
@QuarkusTest
class InterviewArchiveTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final User user = User.unknown();
  private ObjectNode export;

  @BeforeEach
  void trackSome() {
    JsonPath catalogue =
        GraphQL.query(
            "{ roleGuide(slug: \"backend-developer-intern\") { id questions(first: 1) { edges { node { id criteria { id } } } } } }");
    String question = catalogue.getString("roleGuide.questions.edges[0].node.id");
    String id =
        track(
            user,
            "guideId",
            catalogue.getString("roleGuide.id"),
            "scheduledAt",
            "2027-03-01T20:00:00Z",
            "timeZone",
            "Asia/Tokyo",
            "location",
            "Room \"1\"",
            "notes",
            "uno ü\n😀");
    move(user, id, stage(user, "Offer"), null);
    move(user, id, stage(user, "Rejected"), "2026-01-02T03:04:05.678Z");
    user.query(
        DebriefTest.SAVE,
        Map.of(
            "input",
            Map.of(
                "interviewId",
                id,
                "expectedVersion",
                3,
                "notes",
                "went so so",
                "askedQuestions",
                List.of(
                    Map.of("questionId", question, "rating", 1, "notes", "hm"),
                    Map.of("text", "Why?", "rating", 5)),
                "gaps",
                List.of(
                    Map.of("questionId", question, "note", "learn"),
                    Map.of(
                        "criterionId",
                        catalogue.getString(
                            "roleGuide.questions.edges[0].node.criteria[0].id"))))));
    track(user, "company", "Second");
    export = export(user);
  }

  private static ObjectNode export(User user) {
    try {
      return (ObjectNode)
          JSON.readTree(
              user.request().get("/account/export").then().statusCode(200).extract().asString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonPath take(User user, JsonNode export) {
    return user.request()
        .contentType("application/json")
        .body(export.toString())
        .post("/account/import")
        .then()
        .extract()
        .jsonPath();
  }

  private static void hasTheSame(User user, JsonNode export) {
    ObjectNode now = export(user);
    assertThat(now.get("interviews")).isEqualTo(export.get("interviews"));
    assertThat(now.get("interviewStages")).isEqualTo(export.get("interviewStages"));
  }

  @Test
  void comesBackAsItWas() {
    assertThat(new JsonSchema("/META-INF/resources/account/export.schema.json").check(export))
        .isEmpty();
    assertThat(export.get("interviewStages")).hasSize(8);
    assertThat(export.get("interviews")).hasSize(2);
    assertThat(export.at("/interviews/0/history/1/stage").asText()).isEqualTo("Offer");
    assertThat(export.at("/interviews/0/history/2/enteredAt").asText())
        .isEqualTo("2026-01-02T03:04:05.678Z");
    assertThat(export.at("/interviews/0/debrief/gaps/1/criterion").asText()).isNotEmpty();
    assertThat(export.toString()).doesNotContain("calendar");

    user.query("mutation { deleteMyAccount(confirm: true) { deleted } }");
    assertThat(export(user).get("interviews")).isEmpty();
    assertThat(export(user).get("interviewStages")).isEmpty();
    assertThat(take(user, export).getInt("imported")).isEqualTo(10);

    hasTheSame(user, export);
    String id =
        user.query("{ viewer { interviews(last: 1) { edges { node { id } } } } }")
            .getString("viewer.interviews.edges[0].node.id");
    JsonPath interview = node(user, id);
    assertThat(interview.getString("stage.name")).isEqualTo("Rejected");
    assertThat(interview.getInt("version")).isEqualTo(4);
    assertThat(interview.getString("guide.slug")).isEqualTo("backend-developer-intern");
    assertThat(
            user.query("{ viewer { interviews(filter: {from: \"2027-03-02\"}) { totalCount } } }")
                .getInt("viewer.interviews.totalCount"))
        .isEqualTo(1);
  }

  @Test
  void isTakenBackOnce() {
    JsonPath report = take(user, export);

    assertThat(report.getInt("imported")).isZero();
    assertThat(report.getList("skipped.path"))
        .hasSize(10)
        .contains("/interviewStages/7", "/interviews/0", "/interviews/1");
    assertThat(report.getList("skipped.reason")).containsOnly("EXISTS");
    hasTheSame(user, export);
  }

  @Test
  void movesToAnotherInstallationBySlug() {
    ((ObjectNode) export.at("/interviews/0/guide")).remove("id");
    export
        .at("/interviews/0/debrief")
        .findParents("id")
        .forEach(reference -> ((ObjectNode) reference).remove("id"));
    User other = User.unknown();

    assertThat(take(other, export).getInt("imported")).isEqualTo(10);
    hasTheSame(other, export(user));
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    for (String reference :
        List.of(
            "/interviews/0/guide",
            "/interviews/0/debrief/askedQuestions/0/question",
            "/interviews/0/debrief/gaps/0/question")) {
      ((ObjectNode) export.at(reference)).put("id", "x").put("slug", "never-heard-of");
    }
    User other = User.unknown();

    take(other, export);

    JsonNode interview = export(other).at("/interviews/0");
    assertThat(interview.has("guide")).isFalse();
    assertThat(interview.at("/debrief/askedQuestions/0/text").asText()).isEqualTo("never-heard-of");
    assertThat(interview.at("/debrief/gaps")).hasSize(1);
  }

  @Test
  void findsStagesByTheirNames() {
    User other = User.unknown();
    track(other);
    ((ArrayNode) export.get("interviewStages")).removeAll();
    export.withArray("interviewStages").addObject().put("name", "SAVED").put("closed", true);
    ((ObjectNode) export.at("/interviews/0/history/0")).put("stage", "\u200Bａpplied ");
    ((ObjectNode) export.at("/interviews/0/history/2")).put("stage", "Ghosted");

    JsonPath report = take(other, export);

    assertThat(report.getList("skipped.path")).containsExactly("/interviewStages/0");
    ObjectNode now = export(other);
    assertThat(now.get("interviewStages").findValuesAsText("name"))
        .containsExactly(
            "Saved",
            "Applied",
            "Screening",
            "Interview",
            "Offer",
            "Accepted",
            "Rejected",
            "Withdrawn",
            "Ghosted");
    assertThat(now.get("interviews").findValuesAsText("stage"))
        .containsExactlyInAnyOrder("Saved", "Applied", "Offer", "Ghosted", "Saved");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /interviews/0/company | " "
          /interviews/0/company | "\u200B"
          /interviews/0/history/0/stage | "\u2800"
          /interviewStages/0/name | "\u3164"
          /interviews/0/company | ""
          /interviews/0/company | 7
          /interviews/0/timeZone | "+02:00"
          /interviews/0/scheduledAt | "2999-01-01T00:00:00Z"
          /interviews/0/scheduledAt | "2027-13-40T00:00:00Z"
          /interviews/0/createdAt | "yesterday"
          /interviews/0/updatedAt | "2026-02-30T00:00:00Z"
          /interviews/0/version | 0
          /interviews/0/history | []
          /interviews/0/history/0/stage | " "
          /interviews/0/history/0/enteredAt | "2026-02-30T00:00:00Z"
          /interviews/0/debrief/savedAt | "2026-02-30T00:00:00Z"
          /interviews/0/debrief/askedQuestions/1/rating | 6
          /interviews/0/debrief/askedQuestions/1 | {"rating": 1}
          /interviews/0/debrief/gaps/0 | {}
          /interviews/0/debrief/gaps/0 | {"criterion": "x", "question": {"slug": "x"}}
          /interviewStages/0/name | " "
          /interviewStages/0/closed | "no"
          /interviews/0/secret | "x"
          """)
  void isRefusedAsAWholeWithAnythingWrong(String path, String value) throws IOException {
    int slash = path.lastIndexOf('/');
    JsonNode parent = export.at(path.substring(0, slash));
    String last = path.substring(slash + 1);
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(last), JSON.readTree(value));
    } else {
      ((ObjectNode) parent).set(last, JSON.readTree(value));
    }
    User other = User.unknown();

    JsonPath report = take(other, export);

    assertThat(report.getList("userErrors.code")).isNotEmpty().containsOnly("INVALID");
    assertThat(export(other).get("interviews")).isEmpty();
    assertThat(export(other).get("interviewStages")).isEmpty();
  }

  @Test
  void isLimited() {
    User other = User.unknown();
    ArrayNode interviews = export.withArray("interviews");
    JsonNode second = interviews.get(1);
    for (int i = 0; i < 999; i++) {
      interviews.add(second.<ObjectNode>deepCopy().put("company", "Company " + i));
    }

    assertThat(take(other, export).getList("userErrors.code")).containsExactly("LIMIT_REACHED");
    interviews.remove(0);
    assertThat(take(other, export).getInt("imported")).isEqualTo(1008);
    assertThat(
            Tracking.errors(
                other.query(Tracking.TRACK, Tracking.input()).setRootPath("data.trackInterview")))
        .containsExactly("LIMIT_REACHED null");
    ArrayNode stages = export.withArray("interviewStages");
    for (int i = 0; i < 23; i++) {
      stages.addObject().put("name", "Stage " + i).put("closed", false);
    }
    assertThat(take(User.unknown(), export).getList("userErrors.code"))
        .containsExactly("LIMIT_REACHED");
  }

  @Test
  void isNotFromTheFuture() {
    ((ObjectNode) export.at("/interviews/1")).put("createdAt", "2999-01-01T00:00:00Z");
    ((ObjectNode) export.at("/interviews/1/history/0")).put("enteredAt", "2999-01-01T00:00:00Z");
    User other = User.unknown();

    take(other, export);

    assertThat(export(other).get("interviews").toString()).doesNotContain("2999");
  }
}
