package dev.prepgraph.interview;

import static dev.prepgraph.GraphQL.errors;
import static dev.prepgraph.interview.Tracking.move;
import static dev.prepgraph.interview.Tracking.stage;
import static dev.prepgraph.interview.Tracking.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imported interviews join the stages of the account, within its limits. */
@QuarkusTest
class InterviewImportTest {

  private final User user = User.unknown();
  private final User other = User.unknown();
  private ObjectNode export;

  @BeforeEach
  void exportInterviews() {
    String id = track(user);
    move(user, id, stage(user, "Offer"), null);
    move(user, id, stage(user, "Rejected"), "2026-01-02T03:04:05.678Z");
    track(user, "company", "Second");
    export = user.export();
  }

  @Test
  void matchesStagesByName() {
    track(other);
    ((ArrayNode) export.get("interviewStages")).removeAll();
    export.withArray("interviewStages").addObject().put("name", "SAVED").put("closed", true);
    ((ObjectNode) export.at("/interviews/0/history/0")).put("stage", "\u200Bａpplied ");
    ((ObjectNode) export.at("/interviews/0/history/2")).put("stage", "Ghosted");

    JsonPath report = other.importExport(export);

    assertThat(report.getList("skipped.path")).containsExactly("/interviewStages/0");
    ObjectNode now = other.export();
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

  @Test
  void keepsTheTimesOfTheHistory() {
    assertThat(export.at("/interviews/0/history/2/enteredAt").asText())
        .isEqualTo("2026-01-02T03:04:05.678Z");
    other.importExport(export);
    assertThat(other.export().get("interviews")).isEqualTo(export.get("interviews"));
  }

  @Test
  void isLimited() {
    ArrayNode interviews = export.withArray("interviews");
    JsonNode second = interviews.get(1);
    for (int i = 0; i < 999; i++) {
      interviews.add(second.<ObjectNode>deepCopy().put("company", "Company " + i));
    }

    assertThat(other.importExport(export).getList("userErrors.code"))
        .containsExactly("LIMIT_REACHED");
    interviews.remove(0);
    assertThat(other.importExport(export).getInt("imported")).isEqualTo(1008);
    assertThat(errors(other.payload(Tracking.TRACK, Tracking.input())))
        .containsExactly("LIMIT_REACHED null");
    ArrayNode stages = export.withArray("interviewStages");
    for (int i = 0; i < 23; i++) {
      stages.addObject().put("name", "Stage " + i).put("closed", false);
    }
    assertThat(User.unknown().importExport(export).getList("userErrors.code"))
        .containsExactly("LIMIT_REACHED");
  }
}
