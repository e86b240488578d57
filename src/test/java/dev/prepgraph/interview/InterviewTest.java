package dev.prepgraph.interview;

import static dev.prepgraph.GraphQL.errors;
import static dev.prepgraph.interview.Tracking.input;
import static dev.prepgraph.interview.Tracking.move;
import static dev.prepgraph.interview.Tracking.node;
import static dev.prepgraph.interview.Tracking.stage;
import static dev.prepgraph.interview.Tracking.track;
import static dev.prepgraph.interview.Tracking.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.RowSecurityTest;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Interviews are tracked, moved and deleted by their own user only. */
@QuarkusTest
class InterviewTest {

  private static JsonPath tracked(User user, Object... changes) {
    return user.payload(Tracking.TRACK, input(changes));
  }

  @RowSecurityTest
  void isTracked() {
    User user = User.unknown();

    JsonPath payload =
        tracked(
            user,
            "guideId",
            Published.guide(),
            "scheduledAt",
            "2027-03-28T00:30:00.123456789Z",
            "timeZone",
            "Europe/Berlin",
            "location",
            "Room 1\nBerlin",
            "notes",
            "**Ask** for the team");

    assertThat(errors(payload)).isEmpty();
    payload.setRootPath("data.trackInterview.interview");
    assertThat(payload.getString("company")).isEqualTo("ACME");
    assertThat(payload.getString("position")).isEqualTo("Developer");
    assertThat(payload.getString("guide.slug")).isEqualTo(Published.GUIDE);
    assertThat(payload.getString("stage.name")).isEqualTo("Saved");
    assertThat(payload.getString("scheduledAt")).isEqualTo("2027-03-28T00:30:00.123456Z");
    assertThat(payload.getString("timeZone")).isEqualTo("Europe/Berlin");
    assertThat(payload.getString("location")).isEqualTo("Room 1\nBerlin");
    assertThat(payload.getString("notes")).isEqualTo("**Ask** for the team");
    assertThat(payload.getInt("version")).isEqualTo(1);
    assertThat(payload.getList("history.stage.name")).containsExactly("Saved");
    assertThat(Instant.parse(payload.getString("history[0].enteredAt")))
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    JsonPath again = node(user, payload.getString("id"));
    assertThat(again.<Object>get("")).isEqualTo(payload.get(""));
  }

  @RowSecurityTest
  void startsInAnyStageAtAPastTime() {
    User user = User.unknown();

    JsonPath payload =
        tracked(user, "stageId", stage(user, "Screening"), "enteredAt", "2026-01-02T03:04:05Z");

    assertThat(payload.getString("interview.stage.name")).isEqualTo("Screening");
    assertThat(payload.getList("interview.history.enteredAt"))
        .containsExactly("2026-01-02T03:04:05Z");
  }

  @RowSecurityTest
  void rejectsInvalidFields() {
    User user = User.unknown();
    String id = track(user);

    for (Invalid invalid :
        List.of(
            new Invalid("company", " ", "INVALID [input, company]"),
            new Invalid("company", "x".repeat(201), "TOO_LARGE [input, company]"),
            new Invalid("position", "", "INVALID [input, position]"),
            new Invalid("position", "x".repeat(201), "TOO_LARGE [input, position]"),
            new Invalid("location", "x".repeat(501), "TOO_LARGE [input, location]"),
            new Invalid("notes", "x".repeat(20_001), "TOO_LARGE [input, notes]"),
            new Invalid("timeZone", "Europe/Atlantis", "INVALID [input, timeZone]"),
            new Invalid("timeZone", "+01:00", "INVALID [input, timeZone]"),
            new Invalid("timeZone", "", "INVALID [input, timeZone]"),
            new Invalid("scheduledAt", "1999-12-31T23:59:59Z", "INVALID [input, scheduledAt]"),
            new Invalid("scheduledAt", "2100-01-01T00:00:00Z", "INVALID [input, scheduledAt]"),
            new Invalid("guideId", "nonsense", "NOT_FOUND [input, guideId]"),
            new Invalid("guideId", "RwAAAAAAAAAAAAAAAAAAAAA", "NOT_FOUND [input, guideId]"))) {
      JsonPath tracked = tracked(user, invalid.field, invalid.value);
      assertThat(errors(tracked)).as("%s", invalid).containsExactly(invalid.error);
      assertThat(tracked.<Object>get("interview")).isNull();
      JsonPath updated = update(user, id, 1, invalid.field, invalid.value);
      assertThat(errors(updated)).as("%s", invalid).containsExactly(invalid.error);
      assertThat(updated.<Object>get("interview")).isNull();
    }
    assertThat(node(user, id).getInt("version")).isEqualTo(1);
  }

  private record Invalid(String field, String value, String error) {}

  @RowSecurityTest
  void rejectsStagesOfOtherUsers() {
    User user = User.unknown();
    String foreign = stage(User.unknown(), "Applied");
    String id = track(user);

    assertThat(errors(tracked(user, "stageId", foreign)))
        .containsExactly("NOT_FOUND [input, stageId]");
    assertThat(errors(tracked(user, "stageId", "x"))).containsExactly("NOT_FOUND [input, stageId]");
    assertThat(errors(tracked(user, "enteredAt", "2099-01-01T00:00:00Z")))
        .containsExactly("INVALID [input, enteredAt]");
    assertThat(errors(move(user, id, foreign, null))).containsExactly("NOT_FOUND [input, stageId]");
    assertThat(node(user, id).getString("stage.name")).isEqualTo("Saved");
  }

  @RowSecurityTest
  void isTrackedOnceForAnIdempotencyKey() {
    User user = User.unknown();
    String id = track(user, "idempotencyKey", "k");

    assertThat(track(user, "idempotencyKey", "k")).isEqualTo(id);
    assertThat(track(User.unknown(), "idempotencyKey", "k")).isNotEqualTo(id);
    assertThat(errors(tracked(user, "idempotencyKey", "k", "company", "Other")))
        .containsExactly("CONFLICT [input, idempotencyKey]");
    assertThat(
            user.query("{ viewer { interviews { totalCount } } }")
                .getInt("viewer.interviews.totalCount"))
        .isEqualTo(1);
    user.query(Tracking.DELETE, Map.of("id", id));
    assertThat(errors(tracked(user, "idempotencyKey", "k")))
        .containsExactly("NOT_FOUND [input, idempotencyKey]");
  }

  @RowSecurityTest
  void changesOnlyGivenFields() {
    User user = User.unknown();
    String id =
        track(
            user,
            "notes",
            "n",
            "location",
            "l",
            "guideId",
            Published.guide(),
            "timeZone",
            "Asia/Tokyo");

    JsonPath changed =
        update(user, id, 1, "company", "Other", "scheduledAt", "2027-01-01T10:00:00Z");

    assertThat(errors(changed)).isEmpty();
    assertThat(changed.getString("interview.company")).isEqualTo("Other");
    assertThat(changed.getString("interview.position")).isEqualTo("Developer");
    assertThat(changed.getString("interview.notes")).isEqualTo("n");
    assertThat(changed.getInt("interview.version")).isEqualTo(2);
    JsonPath cleared =
        update(
            user,
            id,
            2,
            "clear",
            List.of("GUIDE", "PLAN", "SCHEDULED_AT", "TIME_ZONE", "LOCATION", "NOTES"));
    for (String field : List.of("guide", "scheduledAt", "timeZone", "location", "notes")) {
      assertThat(cleared.<Object>get("interview." + field)).as(field).isNull();
    }
    assertThat(cleared.getInt("interview.version")).isEqualTo(3);
    assertThat(errors(update(user, id, 3, "clear", List.of("NOTES"), "notes", "x")))
        .containsExactly("INVALID [input, clear]");
    assertThat(update(user, id, 3, "company", "Other").getInt("interview.version")).isEqualTo(3);
  }

  @RowSecurityTest
  void isChangedWithAnOptimisticLock() throws Exception {
    User user = User.unknown();
    String id = track(user);
    update(user, id, 1, "notes", "first");

    assertThat(errors(update(user, id, 1, "notes", "second")))
        .containsExactly("CONFLICT [input, expectedVersion]");
    assertThat(node(user, id).getString("notes")).isEqualTo("first");
    // A client without a response retries.
    JsonPath repeated = update(user, id, 1, "notes", "first");
    assertThat(errors(repeated)).isEmpty();
    assertThat(repeated.getInt("interview.version")).isEqualTo(2);
    // At the same time, one wins.
    var both = Executors.newFixedThreadPool(2);
    Callable<Integer> change =
        () -> errors(update(user, id, 2, "notes", "by " + Thread.currentThread().getName())).size();
    int rejected = 0;
    for (var result : both.invokeAll(List.of(change, change))) {
      rejected += result.get();
    }
    both.shutdown();
    assertThat(rejected).isEqualTo(1);
    assertThat(node(user, id).getInt("version")).isEqualTo(3);
  }

  @RowSecurityTest
  void movesThroughTheStages() {
    User user = User.unknown();
    String id = track(user, "enteredAt", "2026-01-01T00:00:00Z");

    JsonPath applied = move(user, id, stage(user, "Applied"), "2026-01-10T00:00:00Z");

    assertThat(errors(applied)).isEmpty();
    assertThat(applied.getString("interview.stage.name")).isEqualTo("Applied");
    assertThat(applied.getInt("interview.version")).isEqualTo(2);
    Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
    JsonPath now = move(user, id, stage(user, "Interview"), null);
    assertThat(now.getList("interview.history.stage.name"))
        .containsExactly("Saved", "Applied", "Interview");
    assertThat(now.getList("interview.history.enteredAt").subList(0, 2))
        .containsExactly("2026-01-01T00:00:00Z", "2026-01-10T00:00:00Z");
    assertThat(Instant.parse(now.getString("interview.history[2].enteredAt")))
        .isBetween(before, Instant.now());
  }

  /** A move into the past also caps the times of the entries before it. */
  @RowSecurityTest
  void movesBackInTime() {
    User user = User.unknown();
    String id = track(user);
    move(user, id, stage(user, "Offer"), null);

    JsonPath moved = move(user, id, stage(user, "Applied"), "2026-01-10T00:00:00Z");

    assertThat(moved.getString("interview.stage.name")).isEqualTo("Applied");
    assertThat(moved.getList("interview.history.stage.name"))
        .containsExactly("Saved", "Offer", "Applied");
    assertThat(moved.getList("interview.history.enteredAt"))
        .containsExactly("2026-01-10T00:00:00Z", "2026-01-10T00:00:00Z", "2026-01-10T00:00:00Z");
    // In the same stage, a move corrects the time; earlier entries return as far as possible.
    JsonPath corrected = move(user, id, stage(user, "Applied"), "2026-01-20T00:00:00Z");
    assertThat(corrected.getList("interview.history.enteredAt"))
        .containsExactly("2026-01-20T00:00:00Z", "2026-01-20T00:00:00Z", "2026-01-20T00:00:00Z");
    assertThat(corrected.getInt("interview.version")).isEqualTo(4);
    assertThat(move(user, id, stage(user, "Applied"), null).getInt("interview.version"))
        .isEqualTo(4);
  }

  @RowSecurityTest
  void rejectsMovesIntoTheFuture() {
    User user = User.unknown();
    String id = track(user);
    String applied = stage(user, "Applied");

    for (String wrong :
        List.of(
            Instant.now().plusSeconds(90).toString(),
            "2099-01-01T00:00:00Z",
            "1999-01-01T00:00:00Z")) {
      assertThat(errors(move(user, id, applied, wrong)))
          .as(wrong)
          .containsExactly("INVALID [input, enteredAt]");
    }
    assertThat(
            errors(
                user.payload(
                    Tracking.MOVE, Map.of("id", id, "stageId", applied, "expectedVersion", 2))))
        .containsExactly("CONFLICT [input, expectedVersion]");
    assertThat(node(user, id).getList("history.stage.name")).containsExactly("Saved");
  }

  @RowSecurityTest
  void isDeleted() {
    User user = User.unknown();
    String id = track(user);

    JsonPath payload = user.query(Tracking.DELETE, Map.of("id", id));

    assertThat(payload.getString("deleteInterview.deletedId")).isEqualTo(id);
    assertThat(node(user, id).<Object>get("")).isNull();
    assertThat(errors(user.payload(Tracking.DELETE, Map.of("id", id))))
        .containsExactly("NOT_FOUND [input, id]");
  }

  @RowSecurityTest
  void isPrivate() {
    User user = User.unknown();
    User other = User.unknown();
    String id = track(user);
    String applied = stage(other, "Applied");

    assertThat(node(other, id).<Object>get("")).isNull();
    assertThat(errors(update(other, id, 1, "notes", "x"))).containsExactly("NOT_FOUND [input, id]");
    assertThat(errors(move(other, id, applied, null))).containsExactly("NOT_FOUND [input, id]");
    assertThat(errors(other.payload(Tracking.DELETE, Map.of("id", id))))
        .containsExactly("NOT_FOUND [input, id]");
    assertThat(
            other
                .query("{ viewer { interviews { totalCount } } }")
                .getInt("viewer.interviews.totalCount"))
        .isZero();
    assertThat(node(user, id).getInt("version")).isEqualTo(1);
  }

  @RowSecurityTest
  void requiresALogin() {
    String id = track(User.unknown());
    String rejection = "UNAUTHENTICATED Log in first";

    assertThat(GraphQL.query(Tracking.NODE, Map.of("id", id)).<Object>get("node")).isNull();
    assertThat(GraphQL.rejection(Tracking.TRACK, input())).isEqualTo(rejection);
    assertThat(
            GraphQL.rejection(
                Tracking.UPDATE, Map.of("input", Map.of("id", id, "expectedVersion", 1))))
        .isEqualTo(rejection);
    assertThat(GraphQL.rejection(Tracking.MOVE, Map.of("id", id, "stageId", id)))
        .isEqualTo(rejection);
    assertThat(GraphQL.rejection(Tracking.DELETE, Map.of("id", id))).isEqualTo(rejection);
  }

  @RowSecurityTest
  void isErasedWithItsUser() {
    User user = User.unknown();
    String id = track(user);
    move(user, id, stage(user, "Applied"), null);

    user.query("mutation { deleteMyAccount(input: {confirm: true}) { deleted } }");

    assertThat(node(user, id).<Object>get("")).isNull();
  }
}
