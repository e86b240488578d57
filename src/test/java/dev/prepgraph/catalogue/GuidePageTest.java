package dev.prepgraph.catalogue;

import static dev.prepgraph.GraphQL.query;
import static dev.prepgraph.GraphQL.rejection;
import static dev.prepgraph.StatementCounter.during;
import static dev.prepgraph.catalogue.WholeGuidePageTest.languages;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prepgraph.node.NodeId;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every part of a guide's page, with exact values. */
@QuarkusTest
@TestProfile(OwnContent.class)
class GuidePageTest {

  private static final String PAGE =
      """
      query ($locale: String) { roleGuide(slug: "baker-junior", locale: $locale) {
        title summary aliases reviewedAt authors
        family { slug name description }
        occupations { scheme code uri } licence { spdx url attribution }
        sections { kind title intro } skills { name kind why }
        criteria { slug } roleCriteria { criterion { slug levels { score } } whyItMatters }
        process { steps { name audience durationMinutes whatToExpect questions { slug } } }
        estimatedMinutes { reading learning }
        questions { edges { position node { slug difficulty estimatedMinutes hints { body }
          followUps { prompt howToAnswer } answers { kind body } criteria { slug } } } }
        questionsToAsk { slug prompt } faqs { slug question answer }
        related { kind guide { slug } } relatedGuides { slug } } }
      """;

  @BeforeEach
  void publish() {
    OwnContent.publish("page");
  }

  private static JsonPath page(String locale) {
    return query(PAGE, Map.of("locale", locale)).setRootPath("data.roleGuide");
  }

  private static void assertJson(JsonPath page, String field, String expected) throws IOException {
    ObjectMapper json = new ObjectMapper();
    assertThat(json.valueToTree(page.<Object>get(field)).toString())
        .as(field)
        .isEqualTo(json.readTree(expected.replace('\'', '"')).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          summary | 'Bread interviews from sourdough to crust.'
          aliases | ['Breadsmith', 'Oven Hand']
          reviewedAt | '2027-03-01'
          authors | ['The bakers']
          family | {'slug': 'craft', 'name': 'Artisan Craft', 'description': 'Work with the hands.'}
          occupations | [{'scheme': 'ISCO_08', 'code': '7512', 'uri': 'https://example.org/7512'}, {'scheme': 'ONET_SOC', 'code': '51-3011.00', 'uri': null}]
          licence | {'spdx': 'CC-BY-4.0', 'url': 'https://creativecommons.org/licenses/by/4.0/', 'attribution': 'The bakers'}
          sections | [{'kind': 'FAQS', 'title': 'Frequent questions', 'intro': 'What others ask.'}, {'kind': 'TYPES', 'title': 'Kinds', 'intro': 'What comes.'}]
          skills | [{'name': 'Kneading', 'kind': 'CONCEPT', 'why': 'Dough needs it.'}, {'name': 'Oven', 'kind': 'TOOL', 'why': null}]
          criteria | [{'slug': 'care'}, {'slug': 'speed'}]
          roleCriteria.criterion.slug | ['care', 'speed']
          roleCriteria.criterion.levels.score | [[1, 2, 3, 4, 5], []]
          roleCriteria.whyItMatters | ['Bread forgives little.', null]
          process.steps[0] | {'name': 'Trial shift', 'audience': 'PEER', 'durationMinutes': 240, 'whatToExpect': 'You bake.', 'questions': [{'slug': 'why-early'}, {'slug': 'gluten'}]}
          process.steps[1] | {'name': 'Talk', 'audience': null, 'durationMinutes': null, 'whatToExpect': 'You talk.', 'questions': []}
          questions.edges.position | [1, 2]
          questions.edges[0].node | {'slug': 'gluten', 'difficulty': 'EASY', 'estimatedMinutes': 42, 'hints': [{'body': 'Think of stretch.'}, {'body': 'It holds gas.'}], 'followUps': [{'prompt': 'And rye?', 'howToAnswer': 'Name the pentosans.'}, {'prompt': 'And spelt?', 'howToAnswer': null}], 'answers': [{'kind': 'MODEL', 'body': 'It holds the gas.'}], 'criteria': [{'slug': 'care'}, {'slug': 'speed'}]}
          questions.edges[1].node | {'slug': 'why-early', 'difficulty': null, 'estimatedMinutes': 15, 'hints': [], 'followUps': [], 'answers': [{'kind': 'SHORT', 'body': 'I am awake.'}], 'criteria': []}
          questionsToAsk | [{'slug': 'flour', 'prompt': 'Which flour do you use?'}, {'slug': 'when-does-the-shift-begin', 'prompt': 'When does the shift begin?'}]
          faqs | [{'slug': 'do-bakers-sleep', 'question': 'Do bakers sleep?', 'answer': 'By day.'}, {'slug': 'pay', 'question': 'What is the pay?', 'answer': 'It depends.'}]
          estimatedMinutes | {'reading': 1, 'learning': 57}
          related.kind | ['EDITORS_CHOICE', 'NEXT_LEVEL', 'SAME_FAMILY', 'SAME_FAMILY', 'SIMILAR_SKILLS', 'SIMILAR_SKILLS']
          related.guide.slug | ['seller-mid', 'baker-mid', 'baker-intern', 'baker-senior', 'seller-junior', 'clerk']
          relatedGuides.slug | ['seller-mid', 'baker-mid', 'baker-intern', 'baker-senior', 'seller-junior', 'clerk']
          """)
  void showsEveryPart(String field, String expected) throws IOException {
    assertJson(page("en"), field, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          title | 'Bäckerin'
          summary | 'Bread interviews from sourdough to crust.'
          aliases | ['Brotschmied']
          family.name | 'Handwerk'
          family.description | 'Work with the hands.'
          sections[0] | {'kind': 'FAQS', 'title': 'Häufige Fragen', 'intro': 'What others ask.'}
          skills.name | ['Kneten', 'Oven']
          roleCriteria.whyItMatters | ['Brot verzeiht wenig.', null]
          process.steps.whatToExpect | ['Du bäckst.', 'You talk.']
          questions.edges[0].node.hints.body | ['Denk an Dehnung.', 'It holds gas.']
          faqs[0] | {'slug': 'do-bakers-sleep', 'question': 'Schlafen Bäcker?', 'answer': 'By day.'}
          """)
  void fallsBackForEachText(String field, String expected) throws IOException {
    assertJson(page("de-AT"), field, expected);
  }

  @Test
  void fallbacksAreMarkedOnTheRenderedPage() throws IOException {
    assertThat(languages(WholeGuidePageTest.page("baker-junior", "de")))
        .containsEntry("Bäckerin", Set.of("de"))
        .containsEntry("Bread interviews from sourdough to crust.", Set.of("en"))
        .containsEntry("Handwerk", Set.of("de"))
        .containsEntry("Häufige Fragen", Set.of("de"))
        .containsEntry("What others ask.", Set.of("en"))
        .containsEntry("Kinds", Set.of("en"))
        .containsEntry("Trial shift", Set.of("en"))
        .containsEntry("Du bäckst.", Set.of("de"))
        .containsEntry("And rye?", Set.of("en"))
        .containsEntry("Denk an Dehnung.", Set.of("de"))
        .containsEntry("Kneten", Set.of("de"))
        .containsEntry("Oven", Set.of("en"))
        .containsEntry("Schlafen Bäcker?", Set.of("de"))
        .containsEntry("By day.", Set.of("en"));
  }

  @Test
  void isReadWithoutStatementsOnceCached() {
    page("en");
    assertThat(during(() -> page("en"))).isEmpty();
  }

  @Test
  void findsEveryPartByItsId() {
    JsonPath ids =
        query(
            """
            { roleGuide(slug: "baker-junior") { id family { id } questionTypes { type { id } }
              faqs { id } questionsToAsk { id } } }
            """);
    String guide = ids.getString("roleGuide.id");
    List<String> all =
        List.of(
            ids.getString("roleGuide.family.id"),
            ids.getString("roleGuide.questionTypes[1].type.id"),
            ids.getString("roleGuide.faqs[0].id"),
            ids.getString("roleGuide.questionsToAsk[0].id"),
            guide);

    JsonPath data =
        query(
            """
            query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on RoleFamily { slug }
              ... on QuestionType { slug } ... on Faq { slug } ... on QuestionToAsk { slug } ... on RoleGuide { slug } } }
            """,
            Map.of("ids", all));

    assertThat(data.getList("nodes.__typename"))
        .containsExactly("RoleFamily", "QuestionType", "Faq", "QuestionToAsk", "RoleGuide");
    assertThat(data.getList("nodes.id")).isEqualTo(all);
    assertThat(data.getList("nodes.slug"))
        .containsExactly("craft", "cultural-fit", "do-bakers-sleep", "flour", "baker-junior");
  }

  @Test
  void findsNoPartThatDoesNotExist() {
    var guide =
        NodeId.parse(
                query("{ roleGuide(slug: \"baker-junior\") { id } }").getString("roleGuide.id"))
            .orElseThrow();
    List<String> ids =
        List.of(
            new NodeId('F', guide.key(), "flour").toString(),
            new NodeId('F', guide.key()).toString(),
            new NodeId('G', guide.key(), "flour").toString(),
            NodeId.of('R', "no-family"));

    assertThat(
            query("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", Map.of("ids", ids))
                .getList("nodes"))
        .containsExactly(null, null, null, null);
  }

  @Test
  void listsFamiliesWithTheirGuides() {
    String families =
        """
        query ($after: String) { families(locale: "de") { slug name guides(first: 2) {
            totalCount pageInfo { hasNextPage endCursor } edges { node { slug title } } } }
          family(slug: "craft") { guides(first: 2, after: $after) { edges { node { slug } } } }
          last: family(slug: "craft") { guides(last: 2) { edges { node { slug } } pageInfo { hasPreviousPage } } }
          none: family(slug: "none") { slug } }
        """;

    JsonPath data = query(families);

    assertThat(data.getList("families.slug")).containsExactly("craft", "trade");
    assertThat(data.getList("families.name")).containsExactly("Handwerk", "Retail");
    assertThat(data.getList("families.guides.totalCount")).containsExactly(4, 3);
    assertThat(data.getList("families.guides.pageInfo.hasNextPage")).containsExactly(true, true);
    assertThat(data.getList("families[0].guides.edges.node.slug"))
        .containsExactly("baker-intern", "baker-junior");
    assertThat(data.getString("families[0].guides.edges[1].node.title")).isEqualTo("Bäckerin");
    assertThat(data.getList("families[1].guides.edges.node.slug"))
        .containsExactly("clerk", "seller-junior");
    assertThat(data.getList("last.guides.edges.node.slug"))
        .containsExactly("baker-mid", "baker-senior");
    assertThat(data.getBoolean("last.guides.pageInfo.hasPreviousPage")).isTrue();
    assertThat(data.getMap("none")).isNull();
    String cursor = data.getString("families[0].guides.pageInfo.endCursor");
    assertThat(query(families, Map.of("after", cursor)).getList("family.guides.edges.node.slug"))
        .containsExactly("baker-mid", "baker-senior");
    assertThat(during(() -> query(families))).isEmpty();
  }

  @Test
  void rejectsTheCursorOfAnotherFamily() {
    String cursor =
        query("{ family(slug: \"craft\") { guides(first: 1) { pageInfo { endCursor } } } }")
            .getString("family.guides.pageInfo.endCursor");

    assertThat(
            rejection(
                "query ($after: String) { family(slug: \"trade\") { guides(after: $after) { totalCount } } }",
                Map.of("after", cursor)))
        .isEqualTo(
            "BAD_REQUEST The cursor does not belong to this list as it is now; start again without it");
  }

  @Test
  void findsTheTaxonomyBySlugOrId() {
    JsonPath ids =
        query(
            "{ criterion(slug: \"speed\") { id } questionType(slug: \"technical\", locale: \"de\") { id name } family(slug: \"craft\") { id } }");

    JsonPath data =
        query(
            """
            query ($criterion: ID!, $type: ID!, $family: ID!) { criterion(id: $criterion) { slug levels { score } }
              questionType(id: $type) { slug name } family(id: $family) { slug } c: family(id: "none") { id } a: criterion(slug: "none") { id } b: questionType(id: "none") { id } }
            """,
            Map.of(
                "criterion", ids.getString("criterion.id"),
                "type", ids.getString("questionType.id"),
                "family", ids.getString("family.id")));

    assertThat(ids.getString("questionType.name")).isEqualTo("Fachwissen");
    assertThat(data.getString("criterion.slug")).isEqualTo("speed");
    assertThat(data.getList("criterion.levels")).isEmpty();
    assertThat(data.getString("questionType.name")).isEqualTo("Technical");
    assertThat(data.getMap("a")).isNull();
    assertThat(data.getMap("b")).isNull();
    assertThat(data.getString("family.slug")).isEqualTo("craft");
    assertThat(data.getMap("c")).isNull();
    for (String field : List.of("criterion", "questionType", "family")) {
      assertThat(rejection("{ " + field + " { id } }"))
          .isEqualTo("BAD_REQUEST Give exactly one of slug and id");
    }
  }

  @Test
  void relatesByFamilySeniorityAndCriteria() {
    JsonPath data =
        query(
            "{ roleGuides { edges { node { slug related { kind guide { slug } } relatedGuides { slug } } } } }");

    // baker-mid names no guide.
    assertThat(data.getString("roleGuides.edges[2].node.slug")).isEqualTo("baker-mid");
    assertThat(data.getList("roleGuides.edges[2].node.related.guide.slug"))
        .containsExactly(
            "baker-senior", "baker-junior", "baker-intern", "seller-mid", "seller-junior", "clerk");
    assertThat(data.getList("roleGuides.edges[2].node.related.kind"))
        .containsExactly(
            "NEXT_LEVEL",
            "SAME_FAMILY",
            "SAME_FAMILY",
            "SIMILAR_SKILLS",
            "SIMILAR_SKILLS",
            "SIMILAR_SKILLS");
    for (int i = 0; i < 7; i++) {
      String node = "roleGuides.edges[" + i + "].node.";
      assertThat(data.getList(node + "relatedGuides.slug"))
          .isEqualTo(data.getList(node + "related.guide.slug"))
          .hasSize(6)
          .doesNotContain(data.getString(node + "slug"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Breadsmith, en, baker-junior",
    "sourdough, en, baker-junior",
    "artisan, en, baker-junior baker-senior baker-mid baker-intern",
    "Brotschmied, de, baker-junior",
    "Handwerk, de, baker-junior",
    "kneading, en, baker-junior"
  })
  void isFoundByItsNamesAndItsFamily(String text, String locale, String slugs) {
    JsonPath data =
        query(
            "query ($text: String!, $locale: String) { search(text: $text, locale: $locale) { edges { node { result { ... on RoleGuide { slug } } } } } }",
            Map.of("text", text, "locale", locale));

    assertThat(data.getList("search.edges.node.result.slug", String.class))
        .containsExactlyInAnyOrder(slugs.split(" "));
  }

  @Test
  void publishesNoQuestionWithoutAGuide() {
    assertThat(query("{ question(slug: \"nobody-asks\") { id } }").getMap("question")).isNull();
    assertThat(
            query("{ questions { edges { position node { slug guides { slug } } } } }")
                .getList("questions.edges"))
        .isEqualTo(List.of(edge("gluten"), edge("why-early")));
  }

  @Test
  void filtersByDifficultyWhereThereIsOne() {
    JsonPath data =
        query(
            """
            { easy: questions(filter: {difficulty: EASY}) { edges { node { slug } } }
              medium: questions(filter: {difficulty: MEDIUM}) { totalCount }
              roleGuide(slug: "baker-junior") { easy: questions(filter: {difficulty: EASY}) { edges { position node { slug } } }
                speed: questions(filter: {criterion: "speed"}) { totalCount }
                early: questions(filter: {type: "cultural-fit"}) { edges { position } } } }
            """);

    assertThat(data.getList("easy.edges.node.slug")).containsExactly("gluten");
    assertThat(data.getInt("medium.totalCount")).isZero();
    assertThat(data.getList("roleGuide.easy.edges.node.slug")).containsExactly("gluten");
    assertThat(data.getInt("roleGuide.speed.totalCount")).isEqualTo(1);
    assertThat(data.getList("roleGuide.early.edges.position")).containsExactly(2);
  }

  private static Map<String, Object> edge(String slug) {
    Map<String, Object> edge = new HashMap<>();
    edge.put("position", null);
    edge.put("node", Map.of("slug", slug, "guides", List.of(Map.of("slug", "baker-junior"))));
    return edge;
  }
}
