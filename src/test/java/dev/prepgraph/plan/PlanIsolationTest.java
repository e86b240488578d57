package dev.prepgraph.plan;

import static dev.prepgraph.GraphQL.error;
import static dev.prepgraph.plan.Plans.create;
import static dev.prepgraph.plan.Plans.items;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.RowSecurityTest;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plans can be read and changed by their own user only. */
@QuarkusTest
class PlanIsolationTest {

  static final String LIST =
      "query ($first: Int, $after: String, $last: Int, $before: String) { viewer { prepPlans("
          + "first: $first, after: $after, last: $last, before: $before) { totalCount"
          + " pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node "
          + Plans.PLAN
          + " } } } }";

  static final String NODES =
      "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on PrepPlan { title days { items { title } } }"
          + " ... on PlanItem { title kind date question { slug } } } }";

  private final String inTwoWeeks = LocalDate.now().plusDays(14).toString();
  private final User user = User.unknown();

  /** Every mutation of a plan, with what it needs to work. */
  static Map<String, Map<String, Object>> mutations(JsonPath plan) {
    String id = plan.getString("id");
    Map<String, Map<String, Object>> mutations = new HashMap<>();
    mutations.put(
        Plans.UPDATE,
        Map.of("input", GraphQL.map("id", id, "title", "stolen", "expectedVersion", 1)));
    mutations.put(Plans.REPLAN, Map.of("id", id));
    mutations.put(
        Plans.ADD,
        Map.of(
            "input",
            GraphQL.map(
                "planId",
                id,
                "title",
                "stolen",
                "date",
                plan.getString("interviewOn"),
                "estimatedMinutes",
                5)));
    mutations.put(Plans.DONE, Map.of("id", items(plan).get(0).id(), "done", true));
    String item = items(plan).get(0).id();
    String today = plan.getString("days[0].date");
    mutations.put(
        Plans.MOVE,
        Map.of(
            "input",
            Map.of("id", item, "date", plan.getString("interviewOn"), "expectedVersion", 1)));
    mutations.put(
        Plans.REORDER,
        Map.of(
            "input",
            Map.of("planId", id, "date", today, "ids", List.of(item), "expectedVersion", 1)));
    mutations.put(
        Plans.EDIT, Map.of("input", Map.of("id", item, "title", "stolen", "expectedVersion", 1)));
    mutations.put(Plans.ALL_DONE, Map.of("ids", List.of(item), "done", true));
    mutations.put(Plans.DELETE_ITEM, Map.of("id", items(plan).get(0).id()));
    mutations.put(Plans.DELETE, Map.of("id", id));
    return mutations;
  }

  @RowSecurityTest
  void plansOfOtherUsersAreNotFound() {
    JsonPath plan = create(user, inTwoWeeks);
    User other = User.unknown();
    mutations(plan)
        .forEach(
            (mutation, variables) ->
                assertThat(error(other.payload(mutation, variables))).startsWith("NOT_FOUND ["));
    assertThat(other.query(LIST).getInt("viewer.prepPlans.totalCount")).isZero();
    List<String> ids = List.of(plan.getString("id"), items(plan).get(0).id());
    assertThat(other.request().get("/account/export").asString())
        .contains("prepPlans")
        .doesNotContain("Backend Developer Intern");
    assertThat(other.query(NODES, Map.of("ids", ids)).getList("nodes")).containsExactly(null, null);
    JsonPath same = user.query(LIST).setRootPath("data.viewer.prepPlans.edges[0].node");
    assertThat(same.getInt("version")).isEqualTo(1);
    assertThat(items(same)).isEqualTo(items(plan));
  }

  @RowSecurityTest
  void plansOfOtherUsersTakeNoMinutes() {
    JsonPath plan = create(user, inTwoWeeks);
    assertThat(Plans.minutes(create(User.unknown(), inTwoWeeks))).isEqualTo(Plans.minutes(plan));
  }

  @RowSecurityTest
  void deletingAnAccountKeepsOtherUsersPlans() {
    create(user, inTwoWeeks);
    User other = User.unknown();
    create(other, inTwoWeeks);
    other.query("mutation { deleteMyAccount(input: {confirm: true}) { deleted } }");
    assertThat(user.query(LIST).getInt("viewer.prepPlans.totalCount")).isEqualTo(1);
    assertThat(other.query(LIST).getInt("viewer.prepPlans.totalCount")).isZero();
  }
}
