package dev.prepgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A field with a rejected argument is null with an error at its path; the others are complete. */
@QuarkusTest
class PartialResponseTest {

  private static void isPartial(JsonPath body, List<String> path, String good) {
    assertThat(body.getList("errors.path")).isEqualTo(List.of(path));
    assertThat(body.getList("errors.extensions.code")).isEqualTo(List.of("BAD_REQUEST"));
    assertThat(body.<Object>get("data." + String.join(".", path))).isNull();
    assertThat(body.<Object>get("data." + good)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "roleGuides(first: 101) { totalCount }",
        "roleGuides(after: \"x\") { totalCount }",
        "roleGuides(locale: \"?\") { totalCount }",
        "questions(first: 1, last: 1) { totalCount }",
        "questionTypes(locale: \"?\") { slug }",
        "families(locale: \"?\") { slug }",
        "search(text: \"\") { totalCount }",
        "roleGuide { slug }",
        "question(slug: \"a\", id: \"b\") { slug }"
      })
  void answersTheOtherFields(String bad) {
    JsonPath body = GraphQL.send("{ bad: " + bad + " good: catalogue { revision } }", Map.of());
    isPartial(body, List.of("bad"), "good.revision");
  }

  @Test
  void rejectsTooManyIdsAlone() {
    JsonPath body =
        GraphQL.send(
            "query ($ids: [ID!]!) { bad: nodes(ids: $ids) { id } good: catalogue { revision } }",
            Map.of("ids", Collections.nCopies(101, "x")));
    isPartial(body, List.of("bad"), "good.revision");
  }

  @Test
  void isCompleteForUnknownGuides() {
    JsonPath body =
        User.unknown()
            .query(
                "query ($id: ID!) { viewer { a: readiness(guideId: \"x\") { score } b: readiness(guideId: $id) { score } } }",
                Map.of("id", Published.guide()));
    assertThat(body.<Object>get("viewer.a")).isNull();
    assertThat(body.getDouble("viewer.b.score")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "savedAnswers(after: \"x\") { totalCount }",
        "prepPlans(first: 101) { totalCount }",
        "interviews(before: \"x\") { totalCount }",
        "interviews(first: 101) { totalCount }",
        "practices(after: \"x\") { totalCount }",
        "practiceSessions(last: 101) { totalCount }",
        "practiceQueue(first: 101) { reps }"
      })
  void answersTheOtherFieldsOfTheViewer(String bad) {
    JsonPath body = User.unknown().send("{ viewer { bad: " + bad + " good: roles } }", Map.of());
    isPartial(body, List.of("viewer", "bad"), "viewer.good");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"questions(first: 101) { totalCount }", "questions(after: \"x\") { totalCount }"})
  void answersTheOtherFieldsOfAGuide(String bad) {
    JsonPath body =
        GraphQL.send(
            "query ($id: ID!) { roleGuide(id: $id) { bad: " + bad + " good: slug } }",
            Map.of("id", Published.guide()));
    isPartial(body, List.of("roleGuide", "bad"), "roleGuide.good");
  }
}
