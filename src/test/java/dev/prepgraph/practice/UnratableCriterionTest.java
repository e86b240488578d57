package dev.prepgraph.practice;

import static dev.prepgraph.GraphQL.error;
import static dev.prepgraph.GraphQL.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.prepgraph.User;
import dev.prepgraph.catalogue.OwnContent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Criteria without a scale, and questions without criteria. */
@QuarkusTest
@TestProfile(OwnContent.class)
class UnratableCriterionTest {

  private static final String READINESS =
      """
      query ($id: ID!) { viewer { readiness(guideId: $id) { score
        criteria { criterion { slug } score answered total rating } } } }
      """;

  private final Candidate candidate = Candidate.unknown();
  private String guide;
  private String gluten;
  private String whyEarly;
  private String care;
  private String speed;

  @BeforeEach
  void publish() {
    OwnContent.publish("page");
    JsonPath data =
        query(
            """
            { roleGuide(slug: "baker-junior") { id } a: question(slug: "gluten") { id } b: question(slug: "why-early") { id }
              care: criterion(slug: "care") { id } speed: criterion(slug: "speed") { id } }
            """);
    guide = data.getString("roleGuide.id");
    gluten = data.getString("a.id");
    whyEarly = data.getString("b.id");
    care = data.getString("care.id");
    speed = data.getString("speed.id");
  }

  private JsonPath readiness(User user) {
    return user.query(READINESS, Map.of("id", guide)).setRootPath("data.viewer.readiness");
  }

  @Test
  void isNotRated() {
    String answer = candidate.answer(gluten, "READY");

    assertThat(error(candidate.assess(answer, 1, Map.of(speed, 4))))
        .isEqualTo("INVALID [input, ratings]");
    assertThat(error(candidate.assess(answer, 1, Map.of(speed, 4, care, 3))))
        .isEqualTo("INVALID [input, ratings]");
    assertThat(candidate.assess(answer, 1, Map.of(care, 3)).getInt("assessment.ratings[0].score"))
        .isEqualTo(3);
  }

  /** care 0.4 + 0.2 * 0.5, speed 0.5, and 0.5 for the question without criteria. */
  @Test
  void doesNotLowerTheReadiness() {
    String answer = candidate.answer(gluten, "READY");
    candidate.answer(whyEarly, "READY");
    candidate.assess(answer, 1, Map.of(care, 3));

    JsonPath readiness = readiness(candidate.user());

    assertThat(readiness.getList("criteria.criterion.slug")).containsExactly("care", "speed");
    assertThat(readiness.getDouble("criteria[0].score")).isCloseTo(0.5, within(1e-9));
    assertThat(readiness.getDouble("criteria[1].score")).isCloseTo(0.5, within(1e-9));
    assertThat(readiness.getDouble("score")).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void countsQuestionsWithoutCriteria() {
    candidate.answer(whyEarly, "READY");

    assertThat(readiness(candidate.user()).getDouble("score")).isCloseTo(0.5 / 3, within(1e-7));
  }

  @Test
  void survivesExportAndImport() {
    String answer = candidate.answer(gluten, "READY");
    candidate.answer(whyEarly, "READY");
    candidate.assess(answer, 1, Map.of(care, 3));
    User other = User.unknown();

    JsonPath report = other.importExport(candidate.user().export());

    assertThat(report.getList("skipped")).isEmpty();
    assertThat(readiness(other).getDouble("score")).isCloseTo(0.5, within(1e-9));
  }
}
