package dev.prepgraph.account.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An export with one invalid value in any section is rejected as a whole. */
@QuarkusTest
class InvalidEntryTest {

  private static ObjectNode full;

  private final User user = User.unknown();
  private ObjectNode export;

  @BeforeEach
  void copyExport() {
    if (full == null) {
      User other = User.unknown();
      FullAccount.fill(other);
      full = other.export();
    }
    export = full.deepCopy();
  }

  private JsonPath isRejected() {
    JsonPath report = user.importExport(export);
    assertThat(report.getList("userErrors.code")).isNotEmpty().containsOnly("INVALID");
    assertThat(report.getList("userErrors[0].field")).isEqualTo(List.of("input", "data"));
    assertThat(report.getInt("imported")).isZero();
    for (JsonNode section : user.export()) {
      assertThat(!section.isArray() || section.isEmpty()).isTrue();
    }
    return report;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /version | 2
          /format | "else"
          /more | []
          /savedAnswers/0/createdAt | "yesterday"
          /savedAnswers/0/createdAt | "2026-13-40T99:00:00Z"
          /savedAnswers/0/createdAt | "0000-01-01T00:00:00Z"
          /savedAnswers/0/revisions | []
          /savedAnswers/0/revisions/1/version | 1
          /savedAnswers/0/revisions/1/version | 0
          /savedAnswers/0/revisions/1/version | 2.0
          /savedAnswers/0/revisions/1/questionRevision | 1.0
          /savedAnswers/0/revisions/1/questionRevision | 99999999999
          /savedAnswers/0/revisions/1/status | "DONE"
          /savedAnswers/0/revisions/1/body | 7
          /savedAnswers/0/revisions/1/body | " "
          /savedAnswers/0/revisions/1/star | {}
          /savedAnswers/0/question | {}
          /prepPlans/0/interviewOn | "9999-12-31"
          /prepPlans/0/interviewOn | "2027-02-30"
          /prepPlans/0/interviewOn | "0000-01-01"
          /prepPlans/0/timeZone | "+02:00"
          /prepPlans/0/title | " "
          /prepPlans/0/dailyMinutes | 4
          /prepPlans/0/createdAt | "0000-01-01T00:00:00Z"
          /prepPlans/0/createdAt | "2026-13-01T00:00:00Z"
          /prepPlans/0/shortfallMinutes | -1
          /prepPlans/0/daysOff | ["MONDAY","MONDAY"]
          /prepPlans/0/items/1/date | "2999-01-01"
          /prepPlans/0/items/1/minutes | 0
          /prepPlans/0/items/1/number | 2147483648
          /prepPlans/0/items/1/title | "x"
          /prepPlans/0/items/1/kind | "READ"
          /prepPlans/0/items/0/kind | "LEARN"
          /prepPlans/0/items/0/kind | "CUSTOM"
          /prepPlans/0/items/0/doneAt | "now"
          /prepPlans/0/items/1 | {}
          /practices/0/practices | []
          /practices/0/practices/0/rating | "BEST"
          /practices/0/practices/0/practisedAt | "0000-01-01T00:00:00Z"
          /practiceSessions/0/startedAt | "2026-02-31T00:00:00Z"
          /interviewStages/0/name | "\u3164"
          /interviewStages/0/name | " "
          /interviewStages/0/closed | "no"
          /interviews/0/company | " "
          /interviews/0/company | "\u200B"
          /interviews/0/company | ""
          /interviews/0/company | 7
          /interviews/0/timeZone | "+02:00"
          /interviews/0/scheduledAt | "2999-01-01T00:00:00Z"
          /interviews/0/scheduledAt | "2027-13-40T00:00:00Z"
          /interviews/0/createdAt | "yesterday"
          /interviews/0/updatedAt | "2026-02-30T00:00:00Z"
          /interviews/0/version | 0
          /interviews/0/history | []
          /interviews/0/history/0/stage | "\u2800"
          /interviews/0/history/0/stage | " "
          /interviews/0/history/0/enteredAt | "2026-02-30T00:00:00Z"
          /interviews/0/debrief/savedAt | "2026-02-30T00:00:00Z"
          /interviews/0/debrief/askedQuestions/1/rating | 6
          /interviews/0/debrief/askedQuestions/1 | {"rating": 1}
          /interviews/0/debrief/gaps/0 | {}
          /interviews/0/debrief/gaps/0 | {"criterion": "x", "question": {"slug": "x"}}
          /interviews/0/secret | "x"
          /bookmarks/0/createdAt | "yesterday"
          /bookmarks/0/question | {"slug": "x"}
          /bookmarks/0 | {"createdAt": "2026-01-01T00:00:00Z"}
          /preferences/0 | {}
          /preferences/0/locale | "en_US"
          /preferences/0/timeZone | "+02:00"
          """)
  void rejectsInvalidValues(String path, String value) throws IOException {
    Exports.set(export, path, Exports.JSON.readTree(value));
    isRejected();
  }

  @Test
  void rejectsDuplicatePlanItems() {
    repeat("/prepPlans/0/items/1");
    assertThat(isRejected().getString("userErrors[0].message"))
        .isEqualTo("/prepPlans/0: an item stands here twice");
  }

  @Test
  void rejectsDuplicateQuestionsOfASession() {
    repeat("/practiceSessions/0/questions/0");
    isRejected();
  }

  @Test
  void rejectsMoreMovesThanAnInterviewMayHave() {
    repeat("/interviews/0/history/0", 200);
    assertThat(isRejected().getString("userErrors[0].message"))
        .isEqualTo("/interviews/0: an interview has at most 200 moves");
  }

  @Test
  void rejectsMorePracticesThanAQuestionMayHave() {
    repeat("/practices/0/practices/0", 500);
    assertThat(isRejected().getString("userErrors[0].message"))
        .isEqualTo("/practices/0: a question has at most 500 practices");
  }

  private void repeat(String path, int times) {
    for (int i = 0; i < times; i++) {
      repeat(path);
    }
  }

  private void repeat(String path) {
    ((ArrayNode) export.at(path.substring(0, path.lastIndexOf('/')))).add(export.at(path));
  }
}
