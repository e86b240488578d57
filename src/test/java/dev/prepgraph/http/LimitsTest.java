package dev.prepgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.execution.DocumentCache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LimitsTest {

  @Inject DocumentCache documents;

  private static void assertRejected(String document, String message) {
    assertThat(
            StatementCounter.during(
                () -> assertThat(GraphQL.rejection(document)).isEqualTo("TOO_COMPLEX " + message)))
        .isEmpty();
  }

  @Test
  void rejectsLongDocuments() {
    assertRejected("{ __typename }" + " ".repeat(16_400), "The document is too long");
    assertRejected("{ " + "__typename ".repeat(1_001) + "}", "The document is too long");
  }

  @Test
  void rejectsDeepDocuments() {
    assertRejected(nested(6), "The document is nested deeper than 12 fields");
    String round = "questions(first: 1) { edges { node { guides { ";
    assertThat(
            GraphQL.query(
                    "{ roleGuide(slug: \"qa-engineer-intern\") { "
                        + round.repeat(2)
                        + "questions(first: 1) { edges { cursor } } "
                        + "} ".repeat(10))
                .getList("roleGuide.questions.edges"))
        .hasSize(1);
  }

  /** Has a depth of twice the number plus one. */
  private static String nested(int times) {
    return "{ roleGuide(slug: \"x\") "
        + "{ relatedGuides ".repeat(times)
        + "{ relatedGuides ".repeat(times - 1)
        + "{ slug "
        + "}".repeat(2 * times)
        + "}";
  }

  @Test
  void countsDepthThroughFragments() {
    assertRejected(
        "{ roleGuide(slug: \"x\") { ...a } } fragment a on RoleGuide { relatedGuides { relatedGuides { relatedGuides { relatedGuides { ...b } } } } } "
            + "fragment b on RoleGuide { relatedGuides { relatedGuides { relatedGuides { relatedGuides { ...c } } } } } "
            + "fragment c on RoleGuide { relatedGuides { relatedGuides { relatedGuides { relatedGuides { slug } } } } }",
        "The document is nested deeper than 12 fields");
  }

  @Test
  void rejectsManyAliasesAndDirectives() {
    StringBuilder aliases = new StringBuilder("{");
    for (int i = 0; i <= 30; i++) {
      aliases.append(" a").append(i).append(": __typename");
    }
    assertRejected(aliases + " }", "The document has more than 30 aliases");
    assertRejected(
        "{ __typename " + "@skip(if: false) ".repeat(51) + "}",
        "The document has more than 50 directives");
  }

  private static String guides(String size) {
    return "{ roleGuides(first: "
        + size
        + ") { edges { node { questions(first: "
        + size
        + ") { edges { node { howToAnswer answers { body } criteria { name description } guides { slug } } } } } } } }";
  }

  @Test
  void rejectsManyMutations() {
    StringBuilder mutations = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      mutations.append(" m").append(i).append(": rotateCalendarFeed { path }");
    }
    String message = "The document has more than 10 mutations";
    assertRejected(
        "mutation { ...five ... on Mutation { ...five } revokeCalendarFeed { revoked } } fragment five on Mutation {"
            + mutations
            + " }",
        message);
    assertThat(
            GraphQL.rejection(
                "mutation { ...five ...five } fragment five on Mutation {" + mutations + " }"))
        .startsWith("UNAUTHENTICATED");
  }

  @Test
  void countsTheMaximaOfLists() {
    assertRejected(
        guides("100"),
        "The operation costs 3930301, more than 3000000; select fewer fields or entries");
    assertThat(GraphQL.send(guides("20"), Map.of()).getList("errors")).isNull();
  }

  @Test
  void countsTheWorkBehindFields() {
    String facets =
        "{ roleGuides(first: %d) { nodes { questions(first: %d) { facets { types { value } } } } } }";
    assertThat(GraphQL.send(facets.formatted(100, 0), Map.of()).getList("errors")).isNull();
    assertThat(GraphQL.rejection(facets.formatted(100, 100)))
        .startsWith("TOO_COMPLEX The operation costs ");
    String many =
        "{ a: questions(first: %1$d) { nodes { guides { estimatedMinutes { reading } } } } }";
    assertThat(GraphQL.send(many.formatted(50), Map.of()).getList("errors")).isNull();
    assertThat(GraphQL.rejection(many.formatted(100)))
        .startsWith("TOO_COMPLEX The operation costs 50");
  }

  @Test
  void analysesNestedFragmentsInLinearTime() {
    StringBuilder bomb = new StringBuilder("{ roleGuide(slug: \"x\") { ...f0 } }");
    for (int i = 0; i < 60; i++) {
      bomb.append(" fragment f")
          .append(i)
          .append(" on RoleGuide { ...f")
          .append(i + 1)
          .append(" ...f")
          .append(i + 1)
          .append(" }");
    }
    bomb.append(" fragment f60 on RoleGuide { slug }");
    // Without remembering fragments it would take 2^60 steps, and end with the time limit.
    assertThat(GraphQL.rejection(bomb.toString())).startsWith("TOO_COMPLEX");
  }

  @Test
  void rejectsFragmentCycles() {
    assertThat(
            GraphQL.send(
                    "{ roleGuide(slug: \"x\") { ...a } } fragment a on RoleGuide { ...a }",
                    Map.of())
                .getString("errors[0].extensions.code"))
        .isEqualTo("BAD_REQUEST");
  }

  @Test
  void servesFullIntrospection() {
    assertThat(
            GraphQL.query(graphql.introspection.IntrospectionQuery.INTROSPECTION_QUERY)
                .getString("__schema.queryType.name"))
        .isEqualTo("Query");
  }

  @Test
  void boundsTheDocumentCache() {
    for (int i = 0; i < 3_000; i++) {
      documents.prepare("{ __typename } #" + i + "x".repeat(4_000));
    }
    assertThat(documents.weight()).isBetween(1L << 20, 16L << 20);
  }
}
