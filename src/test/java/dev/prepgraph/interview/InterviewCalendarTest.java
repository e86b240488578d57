package dev.prepgraph.interview;

import static dev.prepgraph.StatementCounter.during;
import static dev.prepgraph.interview.Tracking.move;
import static dev.prepgraph.interview.Tracking.stage;
import static dev.prepgraph.interview.Tracking.track;
import static dev.prepgraph.interview.Tracking.update;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.RowSecurityTest;
import dev.prepgraph.User;
import dev.prepgraph.calendar.StrictCalendar;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InterviewCalendarTest {

  private static String feed(User user) {
    return user.query("mutation { rotateCalendarFeed { path } }")
        .getString("rotateCalendarFeed.path");
  }

  private static List<VEvent> events(String feed) {
    return StrictCalendar.events(given().get(feed).asString());
  }

  private static String uid(VEvent event) {
    return event.getUid().orElseThrow().getValue();
  }

  @Test
  void showsInterviewsAsTheyAre() {
    User user = User.unknown();
    String feed = feed(user);
    assertThat(events(feed)).isEmpty();
    track(user, "company", "Without a time");
    String id =
        track(
            user,
            "company",
            "Müller; Söhne",
            "scheduledAt",
            "2027-03-28T00:30:00Z",
            "timeZone",
            "Europe/Berlin",
            "location",
            "Straße 1,\nBerlin",
            "notes",
            "a secret");

    VEvent event = events(feed).get(0);

    assertThat(event.getSummary().getValue()).isEqualTo("Interview: Developer, Müller; Söhne");
    assertThat(event.getDateTimeStart().getDate())
        .isEqualTo(OffsetDateTime.parse("2027-03-28T00:30:00Z"));
    assertThat(event.getDuration().getDuration()).isEqualTo(Duration.ofHours(1));
    assertThat(event.getLocation().getValue()).isEqualTo("Straße 1,\nBerlin");
    String before = given().get(feed).asString();
    assertThat(before).doesNotContain("secret");
    String tag = given().get(feed).header("ETag");
    assertThat(given().header("If-None-Match", tag).get(feed).statusCode()).isEqualTo(304);
    update(user, id, 1, "scheduledAt", "2027-03-29T00:30:00Z");
    assertThat(given().header("If-None-Match", tag).get(feed).statusCode()).isEqualTo(200);
    VEvent moved = events(feed).get(0);
    assertThat(uid(moved)).isEqualTo(uid(event));
    assertThat(moved.getDateTimeStart().getDate())
        .isEqualTo(OffsetDateTime.parse("2027-03-29T00:30:00Z"));
  }

  @Test
  void showsInterviewsWithoutACompany() {
    User user = User.unknown();
    String feed = feed(user);
    track(user, "company", null, "scheduledAt", "2027-03-28T00:30:00Z");
    assertThat(events(feed).get(0).getSummary().getValue()).isEqualTo("Interview: Developer");
  }

  @Test
  void leavesOutWhatWillNotBe() {
    User user = User.unknown();
    String feed = feed(user);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String ahead = track(user, "scheduledAt", now.plus(2, ChronoUnit.DAYS).toString());
    String past = track(user, "scheduledAt", now.minus(2, ChronoUnit.DAYS).toString());
    track(user, "scheduledAt", now.minus(100, ChronoUnit.DAYS).toString());
    assertThat(events(feed)).hasSize(2);

    move(user, ahead, stage(user, "Withdrawn"), null);
    move(user, past, stage(user, "Rejected"), null);

    assertThat(events(feed)).hasSize(1);
    move(user, ahead, stage(user, "Interview"), null);
    assertThat(events(feed)).hasSize(2);
    user.query(Tracking.DELETE, Map.of("id", ahead));
    assertThat(events(feed)).hasSize(1);
  }

  @Test
  void isOneEventForAnInterviewAndThePlanForIt() {
    User user = User.unknown();
    String feed = feed(user);
    String guide =
        user.query("{ roleGuide(slug: \"backend-developer-intern\") { id } }")
            .getString("roleGuide.id");
    String plan =
        user.query(
                "mutation ($input: CreatePrepPlanInput!) { createPrepPlan(input: $input) { prepPlan { id } } }",
                Map.of(
                    "input",
                    Map.of(
                        "guideId",
                        guide,
                        "interviewOn",
                        "2027-03-28",
                        "dailyMinutes",
                        45,
                        "timeZone",
                        "Europe/Berlin")))
            .getString("createPrepPlan.prepPlan.id");
    assertThat(titles(feed)).containsExactly("Interview: Backend Developer Intern");

    String id = track(user, "planId", plan, "scheduledAt", "2027-03-28T08:00:00Z");

    assertThat(titles(feed)).containsExactly("Interview: Developer, ACME");
    move(user, id, stage(user, "Withdrawn"), null);
    assertThat(titles(feed)).isEmpty();
    move(user, id, stage(user, "Interview"), null);
    // A round that was before says nothing about the day that the plan is for.
    update(user, id, 3, "scheduledAt", Instant.now().minus(5, ChronoUnit.DAYS).toString());
    assertThat(titles(feed))
        .containsExactlyInAnyOrder(
            "Interview: Developer, ACME", "Interview: Backend Developer Intern");
    user.query(Tracking.DELETE, Map.of("id", id));
    assertThat(titles(feed)).containsExactly("Interview: Backend Developer Intern");
  }

  private static List<String> titles(String feed) {
    return events(feed).stream()
        .map(event -> event.getSummary().getValue())
        .filter(title -> title.startsWith("Interview"))
        .toList();
  }

  @RowSecurityTest
  void isPrivate() {
    User user = User.unknown();
    track(user, "scheduledAt", "2027-03-28T00:30:00Z");

    assertThat(events(feed(User.unknown()))).isEmpty();
  }

  @Test
  void takesAFixedNumberOfStatements() {
    User user = User.unknown();
    String feed = feed(user);
    int none = during(() -> given().get(feed)).size();
    track(user, "scheduledAt", "2027-03-28T00:30:00Z");
    track(user, "scheduledAt", "2027-03-28T00:30:00Z");

    assertThat(during(() -> given().get(feed))).hasSize(none);
  }
}
