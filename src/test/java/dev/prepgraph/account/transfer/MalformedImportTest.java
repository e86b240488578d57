package dev.prepgraph.account.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Malformed exports are rejected with a path, and nothing of them is written. */
@QuarkusTest
class MalformedImportTest {

  private static final String HEAD = "{\"format\": \"prepgraph-account\", \"version\": 1";
  private static final String STAGE =
      "\"interviewStages\": [{\"name\": \"Written too early\", \"closed\": false}]";

  private final User user = User.unknown();

  private Response send(byte[] body) {
    return user.request().contentType("application/json").body(body).post("/account/import");
  }

  private void isRejected(byte[] body, String path) {
    Response response = send(body);
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.jsonPath().getList("userErrors.code")).isNotEmpty().containsOnly("INVALID");
    assertThat(response.jsonPath().getList("userErrors[0].field"))
        .isEqualTo(List.of("input", "data"));
    // Errors that the schema cannot know name the field behind the entry.
    assertThat(
            response
                .jsonPath()
                .getString("userErrors[0].message")
                .replaceFirst(": (\\S+) must be an ISO", "/$1: must be an ISO"))
        .startsWith(path + ": ");
    assertThat(response.jsonPath().getInt("imported")).isZero();
    ObjectNode export = user.export();
    for (JsonNode section : export) {
      assertThat(!section.isArray() || section.isEmpty()).isTrue();
    }
  }

  private static Stream<Arguments> notJson() {
    String fine = HEAD + ", " + STAGE + "}";
    return Stream.of(
        Arguments.of("", "/"),
        Arguments.of(" ", "/"),
        Arguments.of("null", "/"),
        Arguments.of("[]", "/"),
        Arguments.of("\"x\"", "/"),
        Arguments.of("{", "/"),
        Arguments.of(fine + "{}", "/"),
        Arguments.of(fine + " x", "/"),
        Arguments.of(fine.substring(0, fine.length() - 1), "/interviewStages"),
        Arguments.of(fine.substring(0, fine.length() - 2), "/interviewStages/0"),
        Arguments.of(fine.substring(0, fine.length() - 5), "/interviewStages/0/closed"),
        Arguments.of(HEAD + ", \"version\": 1}", "/version"),
        Arguments.of(HEAD + ", " + STAGE + ", " + STAGE + "}", "/interviewStages"),
        Arguments.of(HEAD + ", \"more\": 1}", "/more"),
        Arguments.of(HEAD + ", \"interviews\": {}}", "/interviews"),
        Arguments.of(HEAD + ", \"interviews\": null}", "/interviews"),
        Arguments.of(HEAD.replace("1", "1e999") + "}", "/version"),
        Arguments.of(HEAD.replace("1", "1e1000000000") + "}", "/version"),
        Arguments.of(HEAD.replace("1", "1.0") + "}", "/version"),
        Arguments.of(HEAD.replace("1", "NaN") + "}", "/version"),
        Arguments.of(HEAD.replace("1", "-Infinity") + "}", "/version"),
        Arguments.of(HEAD.replace("1", "01") + "}", "/version"),
        Arguments.of(HEAD.replace("1", "9".repeat(19)) + "}", "/version"),
        Arguments.of(HEAD.replace("1", "9".repeat(1000)) + "}", "/version"),
        Arguments.of(HEAD.replace("1", "[".repeat(100_000)) + "}", "/version" + "/0".repeat(19)),
        Arguments.of(HEAD + ", \"account\": {\"id\": \"\\ud800\"}}", "/account/id"),
        Arguments.of(HEAD + ", \"account\": {\"\\u0000\": \"\"}}", "/account/\u0000"),
        Arguments.of(HEAD + ", \"" + "x".repeat(100_000) + "\": 1}", "/version"),
        Arguments.of(HEAD + ", \"exportedAt\": \"" + "x".repeat(100_000) + "\"}", "/exportedAt"));
  }

  @ParameterizedTest
  @MethodSource
  void notJson(String body, String path) {
    isRejected(body.getBytes(StandardCharsets.UTF_8), path);
  }

  /** JSON values of a second stage; the first is valid. */
  private static Stream<Arguments> notAnEntry() {
    return Stream.of(
        Arguments.of("1", "/interviewStages/1"),
        Arguments.of("null", "/interviewStages/1"),
        Arguments.of("[]", "/interviewStages/1"),
        Arguments.of("{\"name\": \"x\"}", "/interviewStages/1"),
        Arguments.of("{\"name\": 1, \"closed\": true}", "/interviewStages/1/name"),
        Arguments.of("{\"name\": null, \"closed\": true}", "/interviewStages/1/name"),
        Arguments.of("{\"name\": \" \\t\", \"closed\": true}", "/interviewStages/1/name"),
        Arguments.of("{\"name\": \"\", \"closed\": true}", "/interviewStages/1/name"),
        Arguments.of("{\"name\": \"a\\u0000\", \"closed\": true}", "/interviewStages/1/name"),
        Arguments.of("{\"name\": \"\\udc00\", \"closed\": true}", "/interviewStages/1/name"),
        Arguments.of("{\"name\": \"\\ud83d\", \"closed\": true}", "/interviewStages/1/name"),
        Arguments.of("{\"name\": \"x\", \"closed\": \"true\"}", "/interviewStages/1/closed"),
        Arguments.of("{\"name\": \"x\", \"closed\": 1}", "/interviewStages/1/closed"),
        Arguments.of("{\"name\": \"x\", \"closed\": 1e999}", "/interviewStages/1/closed"),
        Arguments.of("{\"name\": \"x\", \"name\": \"y\"}", "/interviewStages/1/name"),
        Arguments.of(
            "{\"name\": \"" + "x".repeat(30_000) + "\", \"closed\": true}",
            "/interviewStages/1/name"),
        Arguments.of(
            "{\"name\": \"" + "x".repeat(99_999) + "\", \"closed\": true}",
            "/interviewStages/1/name"),
        Arguments.of(
            "{\"name\": " + "[{\"a\":".repeat(5_000) + "1",
            "/interviewStages/1/name" + "/0/a".repeat(8) + "/0"));
  }

  @ParameterizedTest
  @MethodSource
  void notAnEntry(String entry, String path) {
    String body = HEAD + ", " + STAGE.replace("}]", "}, " + entry + "]") + "}";
    isRejected(body.getBytes(StandardCharsets.UTF_8), path);
  }

  private static Stream<Arguments> notATime() {
    return Stream.of(
            "",
            "now",
            "2026-02-30T00:00:00Z",
            "2026-01-01",
            "2026-01-01T00:00:00",
            "0000-01-01T00:00:00Z",
            "1969-12-31T23:59:59Z",
            "+12026-01-01T00:00:00Z",
            "2026-01-01T24:01:00Z",
            "2026-01-01T00:00:00+25:00",
            "-2026-01-01T00:00:00Z",
            "2026-01-01T00:00:60Z")
        .flatMap(
            time ->
                Stream.of(
                    Arguments.of(
                        "/savedAnswers/0/createdAt",
                        "\"savedAnswers\": [{\"createdAt\": \""
                            + time
                            + "\", \"question\": {\"slug\": \"x\"}, \"revisions\": [{\"version\": 1, \"questionRevision\": 1, \"status\": \"DRAFT\", \"savedAt\": \"2026-01-01T00:00:00Z\", \"body\": \"\"}]}]"),
                    Arguments.of(
                        "/practices/0/practices/0/practisedAt",
                        "\"practices\": [{\"question\": {\"slug\": \"x\"}, \"practices\": [{\"rating\": \"GOOD\", \"practisedAt\": \""
                            + time
                            + "\", \"recordedAt\": \"2026-01-01T00:00:00Z\"}]}]"),
                    Arguments.of(
                        "/practiceSessions/0/startedAt",
                        "\"practiceSessions\": [{\"guide\": {\"slug\": \"x\"}, \"minutesEach\": 1, \"startedAt\": \""
                            + time
                            + "\", \"questions\": [{\"question\": {\"slug\": \"x\"}}]}]"),
                    Arguments.of(
                        "/prepPlans/0/createdAt",
                        "\"prepPlans\": [{\"guide\": {\"slug\": \"x\"}, \"title\": \"x\", \"interviewOn\": \"2026-01-01\", \"dailyMinutes\": 5, \"timeZone\": \"UTC\", \"items\": [], \"createdAt\": \""
                            + time
                            + "\"}]"),
                    Arguments.of(
                        "/assessments/0/assessedAt",
                        "\"assessments\": [{\"question\": {\"slug\": \"x\"}, \"version\": 1, \"savedAt\": \"2026-01-01T00:00:00Z\", \"criterion\": \"x\", \"score\": 1, \"assessedAt\": \""
                            + time
                            + "\"}]"),
                    Arguments.of(
                        "/interviews/0/scheduledAt",
                        "\"interviews\": [{\"company\": \"x\", \"position\": \"x\", \"version\": 1, \"createdAt\": \"2026-01-01T00:00:00Z\", \"updatedAt\": \"2026-01-01T00:00:00Z\", \"history\": [{\"stage\": \"x\", \"enteredAt\": \"2026-01-01T00:00:00Z\"}], \"scheduledAt\": \""
                            + time
                            + "\"}]")));
  }

  @ParameterizedTest
  @MethodSource
  void notATime(String path, String section) {
    isRejected((HEAD + ", " + section + "}").getBytes(StandardCharsets.UTF_8), path);
  }

  @Test
  void isInUtf8() throws Exception {
    String fine = HEAD + "}";
    for (var charset :
        List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16)) {
      isRejected(fine.getBytes(charset), "/");
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write((HEAD + ", \"exportedAt\": \"").getBytes(StandardCharsets.UTF_8));
    body.write(new byte[] {(byte) 0xc3, 0x28});
    body.write("\"}".getBytes(StandardCharsets.UTF_8));
    isRejected(body.toByteArray(), "/exportedAt");
    body.reset();
    body.write((HEAD + ", \"exportedAt\": \"").getBytes(StandardCharsets.UTF_8));
    body.write(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});
    body.write("\"}".getBytes(StandardCharsets.UTF_8));
    isRejected(body.toByteArray(), "/exportedAt");
  }

  /** Small bytes that would be large objects. */
  @Test
  void limitsTheNumberOfValues() {
    isRejected(
        (HEAD + ", \"savedAnswers\": [{\"revisions\": [" + "{},".repeat(200_000) + "{}]}]}")
            .getBytes(StandardCharsets.UTF_8),
        "/savedAnswers/0/revisions/124998");
    isRejected(
        (HEAD + ", \"account\": [" + "[],".repeat(200_000) + "[]]}")
            .getBytes(StandardCharsets.UTF_8),
        "/account/124999");
  }

  @Test
  void skipsUnknownTimeZones() {
    FullAccount.fill(user);
    ObjectNode export = user.export();
    ((ObjectNode) export.at("/prepPlans/0")).put("timeZone", "America/Not_Yet");
    ((ObjectNode) export.at("/interviews/0")).put("timeZone", "SystemV/EST5");
    ((ObjectNode) export.at("/interviews/1")).put("timeZone", "EST");
    User other = User.unknown();

    var report = other.importExport(export);

    assertThat(report.getList("userErrors")).isEmpty();
    assertThat(report.getList("skipped"))
        .isEqualTo(
            List.of(
                Map.of("path", "/prepPlans/0/timeZone", "reason", "UNKNOWN"),
                Map.of("path", "/interviews/0/timeZone", "reason", "UNKNOWN")));
    ((ObjectNode) export.at("/prepPlans/0")).put("timeZone", "UTC");
    ((ObjectNode) export.at("/interviews/0")).remove("timeZone");
    assertThat(Exports.contents(other.export())).isEqualTo(Exports.contents(export));
  }

  @Test
  void reportsSkippedReferences() {
    FullAccount.fill(user);
    ObjectNode export = user.export();
    export.remove("prepPlans");
    for (String reference :
        List.of(
            "/interviews/0/guide",
            "/interviews/0/debrief/askedQuestions/0/question",
            "/interviews/0/debrief/gaps/0/question")) {
      ((ObjectNode) export.at(reference)).put("id", "x").put("slug", "never-heard-of");
    }

    assertThat(User.unknown().importExport(export).getList("skipped.path"))
        .containsExactly(
            "/interviews/0/guide",
            "/interviews/0/plan",
            "/interviews/0/debrief/askedQuestions/0/question",
            "/interviews/0/debrief/gaps/0");
  }

  @Test
  void takesTimesAsGraphQlDoes() {
    FullAccount.fill(user);
    ObjectNode export = user.export();
    ((ObjectNode) export.at("/prepPlans/0")).put("createdAt", "2026-01-01T10:00Z");
    ((ObjectNode) export.at("/interviews/0/plan"))
        .put("createdAt", "2026-01-01T11:00:00.000+01:00");
    User other = User.unknown();

    assertThat(other.importExport(export).getList("skipped")).isEmpty();

    ObjectNode taken = other.export();
    assertThat(taken.at("/prepPlans/0/createdAt").asText()).isEqualTo("2026-01-01T10:00:00Z");
    assertThat(taken.at("/interviews/0/plan/createdAt").asText()).isEqualTo("2026-01-01T10:00:00Z");
  }
}
