package dev.prepgraph.plan;

import static dev.prepgraph.StatementCounter.during;
import static dev.prepgraph.plan.Plans.create;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.RowSecurityTest;
import dev.prepgraph.TestClock;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The user's plan on the page of its guide. */
@QuarkusTest
class GuidePlanTest {

  private static final String MINE =
      "query ($id: ID!) { roleGuide(id: $id, locale: \"de\") { title myPlan { id guide { title } days { items { kind } } } } }";

  @Inject TestClock clock;

  private final User user = User.unknown();
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  @AfterEach
  void letTheClockRun() {
    clock.set(null);
  }

  private String plan(int days) {
    return create(user, today.plusDays(days).toString()).getString("id");
  }

  private static Object mine(User reader) {
    return reader.query(MINE, Map.of("id", Published.guide())).get("roleGuide.myPlan.id");
  }

  @Test
  void isTheNextOneOrElseTheLatest() {
    assertThat(mine(user)).isNull();
    String later = plan(9);
    assertThat(mine(user)).isEqualTo(later);
    String sooner = plan(4);
    plan(14);
    create(user, today.plusDays(2).toString(), "guideId", Published.guide("qa-engineer-intern"));
    assertThat(mine(user)).isEqualTo(sooner);
    clock.set(today.plusDays(4) + "T23:00:00Z");
    assertThat(mine(user)).isEqualTo(sooner);
    clock.set(today.plusDays(5) + "T01:00:00Z");
    assertThat(mine(user)).isEqualTo(later);
    clock.set(today.plusDays(30) + "T01:00:00Z");
    assertThat(mine(user)).isNotIn(sooner, later, null);
  }

  @Test
  void isCompleteAndInTheLanguageOfTheGuide() {
    JsonPath plan = create(user, today.plusDays(9).toString());
    JsonPath read = user.query(MINE, Map.of("id", Published.guide())).setRootPath("data.roleGuide");
    assertThat(read.getString("myPlan.guide.title")).isEqualTo(read.getString("title"));
    assertThat(read.getList("myPlan.days.items.flatten()")).hasSize(Plans.items(plan).size());
  }

  @Test
  void takesAFixedNumberOfStatements() {
    plan(9);
    plan(4);
    create(user, today.plusDays(2).toString(), "guideId", Published.guide("qa-engineer-intern"));
    String page = "{ roleGuides(first: 20) { edges { node { slug myPlan { interviewOn } } } } }";
    List<Object> plans = user.query(page).getList("roleGuides.edges.node.myPlan.findAll { it }");
    assertThat(plans).hasSize(2);
    // To enter; the plans.
    assertThat(during(() -> user.query(page))).hasSize(2);
  }

  @Test
  void isNullWithoutALogin() {
    assertThat(GraphQL.query(MINE, Map.of("id", Published.guide())).getMap("roleGuide"))
        .containsEntry("myPlan", null);
  }

  @RowSecurityTest
  void isHiddenFromOtherUsers() {
    String own = plan(9);
    assertThat(mine(User.unknown())).isNull();
    assertThat(mine(user)).isEqualTo(own);
  }
}
