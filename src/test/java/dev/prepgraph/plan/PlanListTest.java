package dev.prepgraph.plan;

import static dev.prepgraph.StatementCounter.during;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlanListTest {

  private static final String LIST =
      """
      query($order: PrepPlanOrderInput, $first: Int, $after: String, $last: Int, $before: String) { viewer {
        prepPlans(orderBy: $order, first: $first, after: $after, last: $last, before: $before) {
          totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { title } edges { node { title } } } } }
      """;

  private final User user = User.unknown();

  private JsonPath list(Map<String, ?> variables) {
    JsonPath page = user.query(LIST, variables).setRootPath("data.viewer.prepPlans");
    assertThat(page.<String>getList("nodes.title")).isEqualTo(page.getList("edges.node.title"));
    return page;
  }

  private List<String> walk(String field, String direction) {
    Map<String, String> order = Map.of("field", field, "direction", direction);
    List<String> forward = new ArrayList<>();
    List<String> backward = new ArrayList<>();
    Map<String, Object> next = new HashMap<>(Map.of("order", order, "first", 2));
    Map<String, Object> previous = new HashMap<>(Map.of("order", order, "last", 2));
    for (int i = 0; i < 2; i++) {
      JsonPath page = list(next);
      forward.addAll(page.getList("nodes.title"));
      assertThat(page.getBoolean("pageInfo.hasNextPage")).isEqualTo(i == 0);
      next.put("after", page.getString("pageInfo.endCursor"));
      page = list(previous);
      backward.addAll(0, page.getList("nodes.title"));
      previous.put("before", page.getString("pageInfo.startCursor"));
    }
    assertThat(forward).isEqualTo(backward);
    return forward;
  }

  /** Changes a plan that the creation of others may have rescheduled. */
  private void rename(JsonPath plan, String title) {
    int version =
        user.query(
                "query ($id: ID!) { node(id: $id) { ... on PrepPlan { version } } }",
                Map.of("id", plan.getString("id")))
            .getInt("node.version");
    Plans.update(user, plan, "title", title, "expectedVersion", version);
  }

  @Test
  void isOrderedBothWays() {
    JsonPath b = Plans.create(user, "2029-03-02", "title", "new");
    JsonPath a = Plans.create(user, "2029-03-01", "title", "new");
    JsonPath c = Plans.create(user, "2029-03-03", "title", "new");
    JsonPath d = Plans.create(user, "2029-03-02", "title", "new");
    rename(c, "C");
    rename(a, "A");
    rename(d, "D");
    rename(b, "B");
    Map.of(
            "CREATED_AT", List.of("B", "A", "C", "D"),
            "UPDATED_AT", List.of("C", "A", "D", "B"),
            "INTERVIEW_ON", List.of("A", "B", "D", "C"))
        .forEach(
            (field, ascending) -> {
              assertThat(walk(field, "ASC")).isEqualTo(ascending);
              List<String> descending = new ArrayList<>(ascending);
              Collections.reverse(descending);
              assertThat(walk(field, "DESC")).isEqualTo(descending);
            });
    assertThat(list(Map.of()).<String>getList("nodes.title")).containsExactly("D", "C", "A", "B");

    JsonPath none = list(Map.of("first", 0));
    assertThat(none.getInt("totalCount")).isEqualTo(4);
    assertThat(none.getList("nodes")).isEmpty();
    assertThat(none.getBoolean("pageInfo.hasNextPage")).isTrue();
    String cursor = list(Map.of("first", 1)).getString("pageInfo.endCursor");
    assertThat(
            user.rejection(LIST, Map.of("after", cursor, "order", Map.of("field", "INTERVIEW_ON"))))
        .startsWith("BAD_REQUEST ");
    Map<String, Object> byDay = Map.of("order", Map.of("field", "INTERVIEW_ON"));
    assertThat(during(() -> user.query(LIST, byDay))).hasSize(2);
  }

  @Test
  void requiresALogin() {
    assertThat(GraphQL.query(LIST).<Object>get("viewer")).isNull();
    Plans.create(user, "2029-03-02");
    assertThat(User.unknown().query(LIST, Map.of()).getInt("viewer.prepPlans.totalCount")).isZero();
  }
}
