package dev.prepgraph.plan;

import static dev.prepgraph.plan.Plans.create;
import static dev.prepgraph.plan.Plans.done;
import static dev.prepgraph.plan.Plans.items;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.OwnerSql;
import dev.prepgraph.Published;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A guide that is no longer published stays readable through its plans. */
@QuarkusTest
class UnpublishedGuideTest {

  private final User user = User.unknown();

  /**
   * Replaces the guide of the user's plans by one that is not published.
   *
   * @param document the SQL of its content, which may change that of the published one
   */
  private void withdrawGuide(String document) {
    UUID unpublished = UUID.randomUUID();
    OwnerSql.execute(
        "insert into catalogue.guide_revision (guide_id, revision, publication, document)"
            + " select ?, 1, publication, "
            + document
            + " from catalogue.guide_revision r"
            + " join catalogue.guide g on g.id = r.guide_id and g.revision = r.revision"
            + " where g.slug = ?",
        unpublished,
        Published.GUIDE);
    OwnerSql.execute(
        "update plan.prep_plan set guide_id = ? where account_id ="
            + " (select id from viewer.account where subject = ?)",
        unpublished,
        user.subject());
  }

  @Test
  void keepsPlansReadable() {
    JsonPath plan =
        create(
            user,
            LocalDate.now().plusDays(14).toString(),
            "title",
            "Große Pläne",
            "daysOff",
            List.of("SUNDAY"));
    done(user, items(plan).get(0).id(), true);
    withdrawGuide("document");
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
    assertThat(items(Plans.replan(user, plan), "LEARN")).hasSize(22);
  }

  @Test
  void readsTheTextsOfSections() {
    JsonPath plan = create(user, LocalDate.now().plusDays(14).toString());
    int minutes = items(plan, "READ").get(0).minutes();

    withdrawGuide(
        """
        jsonb_set(document::jsonb, '{sections,0,intro}',
          to_jsonb((document::jsonb #>> '{sections,0,intro}') || repeat(' word', 1000)))::json
        """);

    assertThat(items(Plans.replan(user, plan), "READ"))
        .extracting(Plans.Item::minutes)
        .containsExactly(minutes + 5);
  }
}
