package dev.prepgraph.plan;

import static dev.prepgraph.plan.Plans.create;
import static dev.prepgraph.plan.Plans.done;
import static dev.prepgraph.plan.Plans.items;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.User;
import dev.prepgraph.common.JsonSchema;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How plans leave and come back, and how they read once their guide is gone. */
@QuarkusTest
class PlanExportTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject DataSource database;

  private final String inTwoWeeks = LocalDate.now().plusDays(14).toString();
  private final User user = User.unknown();

  private static ObjectNode export(User user) throws IOException {
    return (ObjectNode) JSON.readTree(user.request().get("/account/export").asString());
  }

  private static JsonPath take(User user, JsonNode data) {
    return user.query(
            "mutation ($data: String!) { importMyData(input: {data: $data}) { imported skipped { path reason } userErrors { code message } } }",
            Map.of("data", data.toString()))
        .setRootPath("data.importMyData");
  }

  private JsonPath makeSome() {
    JsonPath plan = create(user, inTwoWeeks, "title", "Große Pläne", "daysOff", List.of("SUNDAY"));
    Plans.add(user, plan, "Call 📞", inTwoWeeks, 7);
    create(user, inTwoWeeks, "guideId", Plans.guide("qa-engineer-intern"));
    return done(user, items(plan).get(0).id(), true);
  }

  @Test
  void comesBackAsItWas() throws IOException {
    makeSome();
    ObjectNode before = export(user);
    assertThat(new JsonSchema("/META-INF/resources/account/export.schema.json").check(before))
        .isEmpty();
    assertThat(before.get("prepPlans")).hasSize(2);
    assertThat(before.at("/prepPlans/0/title").asText()).isEqualTo("Große Pläne");
    assertThat(before.at("/prepPlans/0/guide/slug").asText()).isEqualTo(Plans.GUIDE);
    assertThat(before.at("/prepPlans/0/items/0/doneAt").isTextual()).isTrue();

    user.query("mutation { deleteMyAccount(confirm: true) { deleted } }");
    assertThat(export(user).get("prepPlans")).isEmpty();
    assertThat(take(user, before).getInt("imported")).isEqualTo(2);
    assertThat(export(user).get("prepPlans")).isEqualTo(before.get("prepPlans"));

    JsonPath again = take(user, before);
    assertThat(again.getInt("imported")).isZero();
    assertThat(again.getList("skipped"))
        .isEqualTo(
            List.of(
                Map.of("path", "/prepPlans/0", "reason", "EXISTS"),
                Map.of("path", "/prepPlans/1", "reason", "EXISTS")));
  }

  @Test
  void movesToAnotherInstallationBySlug() throws IOException {
    makeSome();
    ObjectNode export = export(user);
    for (JsonNode plan : export.get("prepPlans")) {
      ((ObjectNode) plan.get("guide")).remove("id");
      plan.findValues("question").forEach(question -> ((ObjectNode) question).remove("id"));
    }
    ((ObjectNode) export.at("/prepPlans/0/items/1/question")).put("slug", "no-such");
    ((ObjectNode) export.at("/prepPlans/1/guide")).put("slug", "no-such");
    User other = User.unknown();
    JsonPath taken = take(other, export);
    assertThat(taken.getInt("imported")).isEqualTo(1);
    assertThat(taken.getList("skipped"))
        .isEqualTo(
            List.of(
                Map.of("path", "/prepPlans/0/items/1", "reason", "UNKNOWN"),
                Map.of("path", "/prepPlans/1", "reason", "UNKNOWN")));
    assertThat(export(other).at("/prepPlans/0/items"))
        .hasSize(export.at("/prepPlans/0/items").size() - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "/prepPlans/0/interviewOn, \"9999-12-31\"",
    "/prepPlans/0/interviewOn, \"2027-02-30\"",
    "/prepPlans/0/interviewOn, \"0000-01-01\"",
    "/prepPlans/0/timeZone, \"+02:00\"",
    "/prepPlans/0/title, \" \"",
    "/prepPlans/0/dailyMinutes, 4",
    "/prepPlans/0/createdAt, \"0000-01-01T00:00:00Z\"",
    "/prepPlans/0/createdAt, \"2026-13-01T00:00:00Z\"",
    "/prepPlans/0/shortfallMinutes, -1",
    "/prepPlans/0/daysOff, \"[\"\"MONDAY\"\",\"\"MONDAY\"\"]\"",
    "/prepPlans/0/items/1/date, \"2999-01-01\"",
    "/prepPlans/0/items/1/minutes, 0",
    "/prepPlans/0/items/1/number, 2147483648",
    "/prepPlans/0/items/1/title, \"x\"",
    "/prepPlans/0/items/1/kind, \"READ\"",
    "/prepPlans/0/items/0/kind, \"LEARN\"",
    "/prepPlans/0/items/0/kind, \"CUSTOM\"",
    "/prepPlans/0/items/0/doneAt, \"now\"",
    "/prepPlans/0/items/1, {}"
  })
  void isNotTakenBackWhenAnythingIsWrong(String path, String value) throws IOException {
    makeSome();
    ObjectNode export = export(user);
    int cut = path.lastIndexOf('/');
    JsonNode parent = export.at(path.substring(0, cut));
    if (parent.isArray()) {
      ((ArrayNode) parent).set(Integer.parseInt(path.substring(cut + 1)), JSON.readTree(value));
    } else {
      ((ObjectNode) parent).set(path.substring(cut + 1), JSON.readTree(value));
    }
    User other = User.unknown();
    JsonPath refused = take(other, export);
    assertThat(refused.getString("userErrors[0].code")).isEqualTo("INVALID");
    assertThat(export(other).get("prepPlans")).isEmpty();
  }

  @Test
  void refusesAnItemTwice() throws IOException {
    makeSome();
    ObjectNode export = export(user);
    ((ArrayNode) export.at("/prepPlans/0/items")).add(export.at("/prepPlans/0/items/1"));
    assertThat(take(User.unknown(), export).getString("userErrors[0].message"))
        .isEqualTo("/prepPlans/0: an item stands here twice");
  }

  @Test
  void readsAsItWasOnceItsGuideIsGone() throws SQLException {
    JsonPath plan = makeSome();
    UUID gone = UUID.randomUUID();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into catalogue.guide_revision (guide_id, revision, publication, document)"
              + " select '%s', 1, publication, document from catalogue.guide_revision r join catalogue.guide g"
                  .formatted(gone)
              + " on g.id = r.guide_id and g.revision = r.revision where g.slug = 'backend-developer-intern'");
      statement.execute(
          "update plan.prep_plan set guide_id = '%s' where title = 'Große Pläne' and account_id ="
                  .formatted(gone)
              + " (select id from viewer.account where subject = '%s')".formatted(user.subject()));
    }
    JsonPath read =
        user.query(
                "query ($id: ID!) { node(id: $id) { ... on PrepPlan { guide { title criteria { slug } questions { totalCount } }"
                    + " days { items { kind title } } } } }",
                Map.of("id", plan.getString("id")))
            .setRootPath("data.node");
    assertThat(read.getString("guide.title")).isEqualTo("Backend Developer Intern");
    assertThat(read.getList("guide.criteria")).isNotEmpty();
    assertThat(read.getInt("guide.questions.totalCount")).isZero();
    assertThat(read.getString("days[0].items[0].title")).isEqualTo("Backend Developer Intern");
    assertThat(items(Plans.replan(user, plan), "LEARN")).hasSize(15);
  }
}
