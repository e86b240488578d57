package dev.prepgraph.catalogue;

import static dev.prepgraph.GraphQL.query;
import static dev.prepgraph.GraphQL.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GuideQueryTest {

  static final List<String> SLUGS =
      List.of(
          "accountant-junior",
          "backend-developer-intern",
          "backend-developer-junior",
          "data-analyst-intern",
          "data-engineer-junior",
          "devops-engineer-junior",
          "frontend-developer-intern",
          "frontend-developer-junior",
          "full-stack-developer-intern",
          "it-support-specialist",
          "machine-learning-intern",
          "mobile-developer-intern",
          "product-manager-intern",
          "qa-engineer-intern",
          "senior-backend-developer",
          "software-engineer-intern");

  @Test
  void returnsAGuideWithAllParts() {
    JsonPath guide =
        query(
                """
                { roleGuide(slug: "backend-developer-intern") {
                  title family { slug name } seniority resolvedLocale overview revision publishedAt
                  questionTypes { type { slug name description } whatToExpect }
                  questions(first: 30) { totalCount edges { node {
                    prompt howToAnswer difficulty framework tags type { name } answers { kind body } criteria { name } } } }
                  criteria { name description levels { score label descriptor } }
                  questionsToAsk { prompt rationale } faqs { question answer } relatedGuides { slug } } }
                """)
            .setRootPath("data.roleGuide");

    assertThat(guide.getString("title")).isEqualTo("Backend Developer Intern");
    assertThat(guide.getString("family.slug")).isEqualTo("software-engineering");
    assertThat(guide.getString("seniority")).isEqualTo("INTERN");
    assertThat(guide.getString("resolvedLocale")).isEqualTo("en");
    assertThat(guide.getString("overview"))
        .startsWith("This guide is for students and career changers");
    assertThat(guide.getList("questionTypes.type.slug"))
        .containsExactly(
            "technical",
            "coding",
            "behavioral",
            "situational",
            "project-based",
            "cultural-fit",
            "motivation");
    assertThat(guide.getInt("questions.totalCount")).isEqualTo(22);
    assertThat(guide.getList("questions.edges")).hasSize(22);
    assertThat(guide.getString("questions.edges[1].node.prompt"))
        .isEqualTo(
            "SQL joins: list the customers with more than three orders, then the customers without any.");
    assertThat(guide.getList("questions.edges.node.answers.kind", List.class))
        .allMatch(List.of("SHORT", "MODEL", "EXAMPLE")::equals);
    assertThat(guide.getList("criteria.name"))
        .containsExactly(
            "Technical proficiency",
            "Problem solving",
            "Communication",
            "Learning agility",
            "Collaboration",
            "Attention to detail");
    assertThat(guide.getList("criteria.levels.score", List.class))
        .allMatch(List.of(1, 2, 3, 4, 5)::equals);
    assertThat(guide.getList("questionsToAsk")).hasSize(5);
    assertThat(guide.getList("faqs")).hasSize(6);
    assertThat(guide.getList("relatedGuides.slug"))
        .containsExactly(
            "backend-developer-junior",
            "full-stack-developer-intern",
            "frontend-developer-intern",
            "software-engineer-intern",
            "qa-engineer-intern",
            "devops-engineer-junior",
            "data-engineer-junior",
            "senior-backend-developer");
  }

  @Test
  void everyDefaultGuideIsComplete() {
    JsonPath data =
        query(
            """
            { roleGuides { totalCount edges { node { slug
              questionTypes { whatToExpect } criteria { levels { score } } questionsToAsk { prompt } faqs { answer }
              relatedGuides { slug } questions(first: 1) { totalCount } } } } }
            """);

    assertThat(data.getList("roleGuides.edges.node.slug", String.class))
        .containsExactlyElementsOf(SLUGS);
    for (int i = 0; i < SLUGS.size(); i++) {
      String node = "roleGuides.edges[" + i + "].node.";
      assertThat(data.getList(node + "questionTypes"))
          .as(SLUGS.get(i))
          .hasSizeGreaterThanOrEqualTo(5);
      assertThat(data.getList(node + "criteria")).as(SLUGS.get(i)).hasSizeBetween(5, 7);
      assertThat(data.getList(node + "questionsToAsk"))
          .as(SLUGS.get(i))
          .hasSizeGreaterThanOrEqualTo(5);
      assertThat(data.getList(node + "faqs")).as(SLUGS.get(i)).hasSizeGreaterThanOrEqualTo(4);
      assertThat(data.getList(node + "relatedGuides"))
          .as(SLUGS.get(i))
          .hasSizeGreaterThanOrEqualTo(6);
      assertThat(data.getInt(node + "questions.totalCount")).as(SLUGS.get(i)).isBetween(15, 22);
    }
  }

  @Test
  void findsTheSameByIdAndSlug() {
    String id =
        query("{ roleGuide(slug: \"qa-engineer-intern\") { id } }").getString("roleGuide.id");

    JsonPath data =
        query(
            "query($id: ID!) { roleGuide(id: $id) { slug } node(id: $id) { __typename ... on RoleGuide { slug } } }",
            Map.of("id", id));

    assertThat(data.getString("roleGuide.slug")).isEqualTo("qa-engineer-intern");
    assertThat(data.getString("node.__typename")).isEqualTo("RoleGuide");
    assertThat(data.getString("node.slug")).isEqualTo("qa-engineer-intern");
  }

  @Test
  void resolvesUnknownGuidesToNull() {
    String question = query("{ question(slug: \"explain-cors\") { id } }").getString("question.id");

    JsonPath data =
        query(
            """
            query($question: ID!) { a: roleGuide(slug: "nobody") { id } b: roleGuide(id: "nonsense") { id }
              c: roleGuide(id: $question) { id } d: node(id: "RwGJCl2slndLvM6zAgmagFc") { id } e: question(slug: "") { id } }
            """,
            Map.of("question", question));

    assertThat(data.getMap("")).containsOnlyKeys("a", "b", "c", "d", "e");
    assertThat(data.getMap("").values()).containsOnlyNulls();
  }

  @Test
  void fetchesNodesOfAllKindsInTheirOrder() {
    JsonPath ids =
        query(
            """
            { roleGuide(slug: "qa-engineer-intern") { id criteria { id } questions(first: 1) { edges { node { id } } } } }
            """);
    String guide = ids.getString("roleGuide.id");
    String criterion = ids.getString("roleGuide.criteria[0].id");
    String question = ids.getString("roleGuide.questions.edges[0].node.id");

    JsonPath data =
        query(
            "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }",
            Map.of("ids", List.of(criterion, "nothing", question, guide, question)));

    assertThat(data.getList("nodes"))
        .containsExactly(
            Map.of("__typename", "Criterion", "id", criterion),
            null,
            Map.of("__typename", "Question", "id", question),
            Map.of("__typename", "RoleGuide", "id", guide),
            Map.of("__typename", "Question", "id", question));
  }

  @Test
  void idsOfOtherKindsResolveToNull() {
    String guide =
        query("{ roleGuide(slug: \"qa-engineer-intern\") { id } }").getString("roleGuide.id");
    String forged =
        dev.prepgraph.node.NodeId.of(
            'Q', dev.prepgraph.node.NodeId.parse(guide).orElseThrow().key());

    assertThat(
            query("query($id: ID!) { question(id: $id) { id } }", Map.of("id", forged))
                .getMap("question"))
        .isNull();
  }

  @Test
  void requiresExactlyOneOfSlugAndId() {
    assertThat(rejection("{ roleGuide { slug } }"))
        .isEqualTo("BAD_REQUEST Give exactly one of slug and id");
    assertThat(rejection("{ roleGuide(slug: \"a\", id: \"b\") { slug } }"))
        .isEqualTo("BAD_REQUEST Give exactly one of slug and id");
  }

  @Test
  void rejectsTooManyNodes() {
    assertThat(
            rejection(
                "query($ids: [ID!]!) { nodes(ids: $ids) { id } }",
                Map.of("ids", java.util.Collections.nCopies(101, "x"))))
        .isEqualTo("BAD_REQUEST At most 100 ids can be asked for at once");
  }

  @Test
  void filtersByFamilySeniorityAndText() {
    JsonPath data =
        query(
            """
            { a: roleGuides(filter: {family: "software-engineering", seniority: INTERN}) { totalCount edges { node { slug } } }
              b: roleGuides(filter: {text: "spreadsheets"}) { totalCount edges { node { slug } } }
              c: roleGuides(filter: {family: "nothing"}) { totalCount edges { node { slug } } pageInfo { hasNextPage } } }
            """);

    assertThat(data.getList("a.edges.node.slug"))
        .containsExactly(
            "backend-developer-intern",
            "frontend-developer-intern",
            "full-stack-developer-intern",
            "mobile-developer-intern",
            "software-engineer-intern");
    assertThat(data.getInt("a.totalCount")).isEqualTo(5);
    assertThat(data.getList("b.edges.node.slug")).contains("data-analyst-intern");
    assertThat(data.getInt("c.totalCount")).isZero();
    assertThat(data.getBoolean("c.pageInfo.hasNextPage")).isFalse();
  }

  @Test
  void respondsInTheBestAvailableLanguage() {
    JsonPath data =
        query(
            """
            { at: roleGuide(slug: "backend-developer-intern", locale: "de-AT") { title resolvedLocale
                questionTypes { type { name } } questions(first: 2) { edges { node { prompt criteria { name } } } }
                relatedGuides { title resolvedLocale } }
              ja: roleGuide(slug: "backend-developer-intern", locale: "ja") { title resolvedLocale }
              types: questionTypes(locale: "de") { name }
              catalogue { locales } }
            """);

    assertThat(data.getString("at.title")).isEqualTo("Praktikum Backend-Entwicklung");
    assertThat(data.getString("at.resolvedLocale")).isEqualTo("de");
    assertThat(data.getString("at.questionTypes[0].type.name")).isEqualTo("Fachwissen");
    assertThat(data.getString("at.questions.edges[1].node.prompt"))
        .isEqualTo(
            "SQL-Joins: Liste die Kunden mit mehr als drei Bestellungen auf, dann die ganz ohne"
                + " Bestellung.");
    assertThat(data.getString("at.questions.edges[1].node.criteria[0].name"))
        .isEqualTo("Fachliches Können");
    assertThat(data.getString("at.relatedGuides[0].resolvedLocale")).isEqualTo("en");
    assertThat(data.getString("ja.title")).isEqualTo("Backend Developer Intern");
    assertThat(data.getString("ja.resolvedLocale")).isEqualTo("en");
    assertThat(data.getString("types[0].name")).isEqualTo("Fachwissen");
    assertThat(data.getList("catalogue.locales")).containsExactly("en", "de");
    assertThat(rejection("{ questionTypes(locale: \"de_AT\") { name } }"))
        .isEqualTo("BAD_REQUEST locale must be a BCP 47 language tag, for example en or de-AT");
  }

  @Test
  void describesThePublication() {
    JsonPath data = query("{ catalogue { revision publishedAt } questionTypes { slug } }");

    assertThat(data.getInt("catalogue.revision")).isEqualTo(1);
    assertThat(java.time.Instant.parse(data.getString("catalogue.publishedAt")))
        .isBefore(java.time.Instant.now());
    assertThat(data.getList("questionTypes.slug"))
        .containsExactly(
            "technical",
            "coding",
            "behavioral",
            "situational",
            "project-based",
            "cultural-fit",
            "motivation",
            "system-design",
            "case-study");
  }
}
