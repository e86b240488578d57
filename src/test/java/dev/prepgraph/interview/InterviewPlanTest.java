package dev.prepgraph.interview;

import static dev.prepgraph.GraphQL.errors;
import static dev.prepgraph.StatementCounter.during;
import static dev.prepgraph.interview.Tracking.input;
import static dev.prepgraph.interview.Tracking.track;
import static dev.prepgraph.interview.Tracking.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.User;
import dev.prepgraph.plan.Plans;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Interviews refer to plans, and their debriefs influence new plans. */
@QuarkusTest
class InterviewPlanTest {

  private static final String PLAN =
      "query($id: ID!) { node(id: $id) { ... on Interview { plan { id title guide { slug } } } } }";

  private static JsonPath create(User user) {
    return Plans.create(
        user,
        LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
        "title",
        "Get ready",
        "dailyMinutes",
        60);
  }

  private static List<String> learnt(JsonPath plan) {
    return plan.getList("days.items.flatten().findAll { it.kind == 'LEARN' }.question.id");
  }

  @Test
  void areLinkedByTheUser() {
    User user = User.unknown();
    String plan = create(user).getString("id");

    String id = track(user, "planId", plan);

    JsonPath shown = user.query(PLAN, Map.of("id", id));
    assertThat(shown.getString("node.plan.title")).isEqualTo("Get ready");
    assertThat(shown.getString("node.plan.guide.slug")).isEqualTo("backend-developer-intern");
    String other = create(user).getString("id");
    assertThat(errors(update(user, id, 1, "planId", other))).isEmpty();
    assertThat(user.query(PLAN, Map.of("id", id)).getString("node.plan.id")).isEqualTo(other);
    update(user, id, 2, "clear", List.of("PLAN"));
    assertThat(user.query(PLAN, Map.of("id", id)).<Object>get("node.plan")).isNull();
    update(user, id, 3, "planId", plan);
    user.query(
        "mutation($id: ID!) { deletePrepPlan(input: {id: $id}) { deletedId } }",
        Map.of("id", plan));
    assertThat(user.query(PLAN, Map.of("id", id)).<Object>get("node.plan")).isNull();
    assertThat(errors(update(user, id, 4, "notes", "of before")))
        .containsExactly("CONFLICT [input, expectedVersion]");
    assertThat(errors(update(user, id, 5, "planId", plan)))
        .containsExactly("NOT_FOUND [input, planId]");
  }

  @Test
  void rejectPlansOfOtherUsers() {
    String foreign = create(User.unknown()).getString("id");
    User user = User.unknown();
    String id = track(user);

    for (String plan : List.of(foreign, "nonsense", id)) {
      assertThat(errors(user.payload(Tracking.TRACK, input("planId", plan))))
          .containsExactly("NOT_FOUND [input, planId]");
      assertThat(errors(update(user, id, 1, "planId", plan)))
          .containsExactly("NOT_FOUND [input, planId]");
    }
  }

  @Test
  void takeOneStatementMoreForAnyNumber() {
    User user = User.unknown();
    String document = "{ viewer { interviews { edges { node { plan { title } } } } } }";
    List<Integer> taken = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      track(user, "planId", create(user).getString("id"));
      taken.add(during(() -> user.query(document)).size());
    }
    assertThat(taken).containsOnly(3);
  }

  @Test
  void prioritizeDebriefedQuestions() {
    User user = User.unknown();
    List<String> usual = learnt(create(user));
    String noted = usual.get(usual.size() - 1);
    String failed = usual.get(usual.size() - 2);
    String shone = usual.get(usual.size() - 3);
    String id = track(user);
    DebriefTest.save(
        user,
        id,
        1,
        List.of(
            Map.of("questionId", failed, "rating", 2), Map.of("questionId", shone, "rating", 3)),
        List.of(Map.of("questionId", noted)),
        null);

    // The rest of a day may go to a shorter question.
    assertThat(learnt(create(user)).subList(0, 3)).contains(noted, failed).doesNotContain(shone);
    assertThat(learnt(create(User.unknown()))).isEqualTo(usual);
  }
}
