package dev.prepgraph.plan;

import static dev.prepgraph.GraphQL.error;
import static dev.prepgraph.StatementCounter.during;
import static dev.prepgraph.plan.Plans.create;
import static dev.prepgraph.plan.Plans.input;
import static dev.prepgraph.plan.Plans.items;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.User;
import dev.prepgraph.node.NodeId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Authorization, paging and statement counts of plans. */
@QuarkusTest
class PlanAccessTest {

  private final String inTwoWeeks = LocalDate.now().plusDays(14).toString();
  private final User user = User.unknown();

  @Test
  void requiresALogin() {
    JsonPath plan = create(user, inTwoWeeks);
    PlanIsolationTest.mutations(plan)
        .forEach(
            (mutation, variables) ->
                assertThat(GraphQL.rejection(mutation, variables)).startsWith("UNAUTHENTICATED"));
    assertThat(GraphQL.rejection(Plans.CREATE, Map.of("input", input(inTwoWeeks))))
        .startsWith("UNAUTHENTICATED");
    assertThat(GraphQL.query(PlanIsolationTest.LIST).<Object>get("viewer")).isNull();
    JsonPath nodes =
        GraphQL.query(
            PlanIsolationTest.NODES,
            Map.of("ids", List.of(plan.getString("id"), items(plan).get(0).id())));
    assertThat(nodes.getList("nodes")).containsExactly(null, null);
  }

  @Test
  void rejectsIdsOfOtherKinds() {
    JsonPath plan = create(user, inTwoWeeks);
    String item = items(plan).get(0).id();
    assertThat(error(user.payload(Plans.REPLAN, Map.of("id", item))))
        .startsWith("NOT_FOUND [input, id]");
    assertThat(error(user.payload(Plans.DELETE, Map.of("id", item))))
        .startsWith("NOT_FOUND [input, id]");
    assertThat(error(user.payload(Plans.DELETE_ITEM, Map.of("id", plan.getString("id")))))
        .startsWith("NOT_FOUND [input, id]");
    assertThat(error(user.payload(Plans.DONE, Map.of("id", plan.getString("id"), "done", true))))
        .startsWith("NOT_FOUND [input, id]");
    String planOfItem = NodeId.of('P', NodeId.parse('L', item).orElseThrow());
    String itemOfPlan = NodeId.of('L', NodeId.parse('P', plan.getString("id")).orElseThrow());
    assertThat(error(user.payload(Plans.REPLAN, Map.of("id", planOfItem))))
        .startsWith("NOT_FOUND [input, id]");
    assertThat(error(user.payload(Plans.DELETE_ITEM, Map.of("id", itemOfPlan))))
        .startsWith("NOT_FOUND [input, id]");
  }

  @Test
  void isDeletedWithItsItems() {
    JsonPath plan = create(user, inTwoWeeks, "idempotencyKey", "k");
    JsonPath deleted = user.payload(Plans.DELETE, Map.of("id", plan.getString("id")));
    assertThat(deleted.getString("deletedId")).isEqualTo(plan.getString("id"));
    List<String> ids = List.of(plan.getString("id"), items(plan).get(0).id());
    assertThat(user.query(PlanIsolationTest.NODES, Map.of("ids", ids)).getList("nodes"))
        .containsExactly(null, null);
    assertThat(error(user.payload(Plans.DELETE, Map.of("id", plan.getString("id")))))
        .startsWith("NOT_FOUND [input, id]");
    assertThat(
            error(
                user.payload(
                    Plans.CREATE, Map.of("input", input(inTwoWeeks, "idempotencyKey", "k")))))
        .startsWith("NOT_FOUND [input, idempotencyKey]");
  }

  @Test
  void nodesAreServedByTheirIds() {
    JsonPath plan = create(user, inTwoWeeks);
    Plans.Item learn = items(plan, "LEARN").get(0);
    List<String> ids = new ArrayList<>(List.of(plan.getString("id"), learn.id()));
    user.query(PlanIsolationTest.NODES, Map.of("ids", ids));
    assertThat(during(() -> user.query(PlanIsolationTest.NODES, Map.of("ids", ids)))).hasSize(3);
    JsonPath nodes = user.query(PlanIsolationTest.NODES, Map.of("ids", ids)).setRootPath("data");
    assertThat(nodes.getList("nodes.id")).isEqualTo(ids);
    assertThat(nodes.getString("nodes[0].title")).isEqualTo("Backend Developer Intern");
    assertThat(nodes.getString("nodes[1].title")).isEqualTo(learn.title());
    assertThat(nodes.getString("nodes[1].date")).isEqualTo(learn.date().toString());
  }

  @Test
  void isPagedTheSameBothWays() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(create(user, inTwoWeeks, "title", "Plan " + i).getString("title"));
    }
    Collections.reverse(all);
    JsonPath first = list(Map.of("first", 2));
    assertThat(titles(first)).isEqualTo(all.subList(0, 2));
    assertThat(first.getInt("totalCount")).isEqualTo(5);
    assertThat(first.getBoolean("pageInfo.hasNextPage")).isTrue();
    JsonPath second = list(Map.of("first", 2, "after", first.getString("pageInfo.endCursor")));
    assertThat(titles(second)).isEqualTo(all.subList(2, 4));
    JsonPath end = list(Map.of("last", 2));
    assertThat(titles(end)).isEqualTo(all.subList(3, 5));
    assertThat(titles(list(Map.of("last", 2, "before", end.getString("pageInfo.startCursor")))))
        .isEqualTo(all.subList(1, 3));
    assertThat(
            User.unknown()
                .rejection(
                    PlanIsolationTest.LIST, Map.of("after", first.getString("pageInfo.endCursor"))))
        .startsWith("BAD_REQUEST");
    assertThat(user.rejection("{ viewer { prepPlans(first: 101) { totalCount } } }", Map.of()))
        .startsWith("BAD_REQUEST");
  }

  @Test
  void takesTwoStatementsForAnyNumberOfPlans() {
    create(user, inTwoWeeks);
    user.query(PlanIsolationTest.LIST);
    List<String> one = during(() -> user.query(PlanIsolationTest.LIST));
    assertThat(one).hasSize(2);
    for (int i = 0; i < 4; i++) {
      create(user, inTwoWeeks, "guideId", Published.guide("qa-engineer-intern"));
    }
    user.query(PlanIsolationTest.LIST);
    assertThat(during(() -> user.query(PlanIsolationTest.LIST))).isEqualTo(one);
  }

  @Test
  void aMutationTakesAFixedNumberOfStatements() {
    JsonPath plan = create(user, inTwoWeeks);
    String item = items(plan).get(0).id();
    // Enter; the plan; the change; the plan as it is then.
    assertThat(during(() -> Plans.done(user, item, true))).hasSize(4);
    // Enter; the plan; all active plans; gaps; cards; changes; the plan as it is
    // then.
    assertThat(during(() -> Plans.replan(user, plan))).hasSizeLessThanOrEqualTo(7);
    // Enter, twice for a new user; count; insert; all active plans; gaps; cards; the
    // items; the plan as it
    // is then.
    assertThat(during(() -> create(User.unknown(), inTwoWeeks))).hasSizeLessThanOrEqualTo(9);
  }

  @Test
  void limitsThePlansOfAUser() {
    for (int i = 0; i < 50; i++) {
      user.query(
          "mutation ($input: CreatePrepPlanInput!) { createPrepPlan(input: $input) { prepPlan { id } } }",
          Map.of("input", input(inTwoWeeks)));
    }
    assertThat(error(user.payload(Plans.CREATE, Map.of("input", input(inTwoWeeks)))))
        .isEqualTo("LIMIT_REACHED null A user has at most 50 plans");
  }

  private JsonPath list(Map<String, ?> variables) {
    return user.query(PlanIsolationTest.LIST, variables).setRootPath("data.viewer.prepPlans");
  }

  private static List<String> titles(JsonPath page) {
    return page.getList("edges.node.title");
  }
}
