package dev.prepgraph.plan;

import static dev.prepgraph.GraphQL.error;
import static dev.prepgraph.plan.Plans.create;
import static dev.prepgraph.plan.Plans.items;
import static dev.prepgraph.plan.Plans.replan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.plan.Plans.Item;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Practice makes learning obsolete; the plan is rescheduled later. */
@QuarkusTest
class PractisedItemsTest extends PlansOnAMonday {

  private static Map<String, Object> move(JsonPath plan, Item item, String date) {
    return Map.of(
        "input", Map.of("id", item.id(), "date", date, "expectedVersion", plan.getInt("version")));
  }

  private void practise(Item item) {
    user.mutate(
        "mutation ($input: RecordPracticeInput!) { recordPractice(input: $input) { userErrors { code } } }",
        Map.of("input", Map.of("questionId", item.question(), "rating", "GOOD")));
  }

  private JsonPath stored(JsonPath plan) {
    JsonPath found =
        user.query(
            "query ($id: ID!) { node(id: $id) { ... on PrepPlan " + Plans.PLAN + " } }",
            Map.of("id", plan.getString("id")));
    return found.setRootPath("data.node");
  }

  @Test
  void needNoPinnedLearning() {
    JsonPath plan = create(user, "2027-03-15");
    Item learn = items(plan, "LEARN").get(0);
    JsonPath changed = Plans.plan(user, Plans.MOVE, move(plan, learn, "2027-03-08"));
    practise(learn);

    assertThat(items(replan(user, changed), "LEARN"))
        .extracting(Item::question)
        .hasSize(21)
        .doesNotContain(learn.question());
  }

  @Test
  void obsoleteLearningCannotMove() {
    JsonPath plan = create(user, "2027-03-15");
    List<Item> learning = items(plan, "LEARN");
    Item learn = learning.get(learning.size() - 1);
    practise(learn);

    assertThat(error(user.payload(Plans.MOVE, move(plan, learn, "2027-03-01"))))
        .isEqualTo("INVALID [input, id] id must identify an item that the plan still needs");

    assertThat(items(stored(plan))).isEqualTo(items(plan));
    assertThat(stored(plan).getInt("version")).isEqualTo(plan.getInt("version"));
  }
}
