package dev.prepgraph;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The header Accept-Language alone sets the language of public reads. */
@QuarkusTest
class LanguageTest {

  private static final String GUIDE =
      "query ($locale: String) { roleGuide(slug: \"backend-developer-intern\", locale: $locale) { id title resolvedLocale } }";

  private static final String GERMAN = "Praktikum";

  /** Names and code that no language changes, and the fields that say the language. */
  private static final Set<String> UNTRANSLATED =
      Set.of(
          "authors",
          "licence",
          "occupations",
          "exhibitRich",
          "localizations",
          "locale",
          "resolvedLocale");

  @Inject MeterRegistry metrics;

  private static JsonPath query(String language, String document, Map<String, ?> variables) {
    return GraphQL.data(
        GraphQL.send(given().header("Accept-Language", language), document, variables));
  }

  private static JsonPath query(String language, String document) {
    return query(language, document, Map.of());
  }

  /** A GET, whose document is the same each time. */
  private static Response get(String language, String document) {
    var request = given().queryParam("query", document);
    if (language != null) {
      request.header("Accept-Language", language);
    }
    return request.get("/graphql");
  }

  private double executions() {
    return metrics
        .get("cache.gets")
        .tag("cache", "responses")
        .tag("result", "miss")
        .counter()
        .count();
  }

  @Test
  void setsTheLanguageOfAllRootFields() {
    JsonPath found =
        query(
            "de-DE, de;q=0.9, en;q=0.8",
            """
            { roleGuide(slug: "backend-developer-intern") { resolvedLocale
                related { guide { resolvedLocale } } questions(first: 3) { nodes { resolvedLocale } } }
              roleGuides(first: 1, filter: {seniorities: [INTERN]}) { nodes { resolvedLocale } }
              question(slug: "how-a-hash-map-works") { resolvedLocale guides { resolvedLocale } }
              questions(first: 3) { nodes { resolvedLocale type { resolvedLocale } criteria { resolvedLocale } } }
              families { resolvedLocale guides(first: 2) { nodes { family { resolvedLocale } } } }
              questionTypes { resolvedLocale }
              search(text: "Datenbank", first: 1) { totalCount nodes { resolvedLocale result { ... on Question { resolvedLocale } } } } }
            """);

    assertThat(found.getString("roleGuide.resolvedLocale")).isEqualTo("de");
    assertThat(found.getList("roleGuide.questions.nodes.resolvedLocale")).containsOnly("de");
    assertThat(found.getList("roleGuide.related.guide.resolvedLocale")).contains("de");
    assertThat(found.getList("roleGuides.nodes.resolvedLocale")).containsOnly("de");
    assertThat(found.getString("question.resolvedLocale")).isEqualTo("de");
    assertThat(found.getList("question.guides.resolvedLocale")).contains("de");
    assertThat(found.getList("questions.nodes.type.resolvedLocale")).containsOnly("de");
    assertThat(found.getList("families.resolvedLocale")).containsOnly("de");
    assertThat(found.getList("questionTypes.resolvedLocale")).containsOnly("de");
    assertThat(found.getInt("search.totalCount")).isPositive();
    assertThat(found.getList("search.nodes.resolvedLocale")).containsOnly("de");
  }

  /** Relay fetches more of an object by its id alone. */
  @Test
  void setsTheLanguageOfRefetchedObjects() {
    JsonPath ids =
        query(
            "de",
            """
            { roleGuide(slug: "backend-developer-intern") { id title family { id name } criteria { id name }
                questionTypes { type { id name } } questionsToAsk { id prompt } faqs { id question }
                questions(first: 1) { nodes { id prompt } } } }
            """);
    String refetch =
        """
        fragment All on Node { __typename id ... on RoleGuide { text: title resolvedLocale more: questions(first: 1, after: null) { nodes { prompt } } }
          ... on RoleFamily { text: name resolvedLocale } ... on Criterion { text: name resolvedLocale }
          ... on QuestionType { text: name resolvedLocale } ... on QuestionToAsk { text: prompt resolvedLocale }
          ... on Faq { text: question resolvedLocale } ... on Question { text: prompt resolvedLocale } }
        """;
    List<String> paths =
        List.of(
            "roleGuide title",
            "roleGuide.family name",
            "roleGuide.criteria[0] name",
            "roleGuide.questionTypes[0].type name",
            "roleGuide.questionsToAsk[0] prompt",
            "roleGuide.faqs[0] question",
            "roleGuide.questions.nodes[0] prompt");
    List<String> all = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (String path : paths) {
      String[] object = path.split(" ");
      all.add(ids.getString(object[0] + ".id"));
      texts.add(ids.getString(object[0] + "." + object[1]));
    }

    JsonPath nodes =
        query(
            "de",
            "query ($ids: [ID!]!) { nodes(ids: $ids) { ...All } }" + refetch,
            Map.of("ids", all));
    assertThat(nodes.getList("nodes.text", String.class)).isEqualTo(texts);
    assertThat(nodes.getList("nodes.resolvedLocale")).containsOnly("de");
    assertThat(nodes.getString("nodes[0].more.nodes[0].prompt")).isEqualTo(texts.get(6));
    String node = "query ($id: ID!) { node(id: $id) { ...All } }" + refetch;
    for (int i = 0; i < all.size(); i++) {
      JsonPath german = query("de", node, Map.of("id", all.get(i)));
      assertThat(german.getString("node.text")).isEqualTo(texts.get(i));
      assertThat(query("en", node, Map.of("id", all.get(i))).getString("node.text"))
          .isNotEqualTo(texts.get(i));
    }
  }

  @Test
  void givesWayToAnArgument() {
    String document =
        """
        query ($locale: String) { roleGuide(slug: "backend-developer-intern", locale: $locale) { title
            family { name } related { guide { title } } questions(first: 5) { nodes { prompt guides { title } } }
            process { steps { name questions { prompt } } } estimatedMinutes { reading } faqs { question } } }
        """;
    Map<String, Object> english = query("ja", document).getMap("roleGuide");
    Map<String, Object> german = query("de", document).getMap("roleGuide");

    assertThat(german).isNotEqualTo(english);
    assertThat(query("de", document, Map.of("locale", "en")).getMap("roleGuide"))
        .isEqualTo(english);
    assertThat(query("en", document, Map.of("locale", "de")).getMap("roleGuide")).isEqualTo(german);
    // An argument for an unpublished language falls back to the default, whatever the header.
    assertThat(query("de", document, Map.of("locale", "ja")).getMap("roleGuide"))
        .isEqualTo(english);
    JsonPath both =
        query(
            "de",
            """
            { a: question(slug: "how-a-hash-map-works") { resolvedLocale guides { questions(first: 1) { nodes { type { resolvedLocale } } } } }
              b: question(slug: "how-a-hash-map-works", locale: "en") { resolvedLocale guides { questions(first: 1) { nodes { type { resolvedLocale } } } } } }
            """);
    assertThat(both.getString("a.resolvedLocale")).isEqualTo("de");
    assertThat(both.getString("a.guides[0].questions.nodes[0].type.resolvedLocale"))
        .isEqualTo("de");
    assertThat(both.getString("b.resolvedLocale")).isEqualTo("en");
    assertThat(both.getString("b.guides[0].questions.nodes[0].type.resolvedLocale"))
        .isEqualTo("en");
  }

  @Test
  void neverFails() {
    String title = query("en", GUIDE).getString("roleGuide.title");
    for (String header :
        List.of("de_DE", "-", "*", ",;q=,", "ja", "de;q=2", "de," + "x".repeat(2_000))) {
      assertThat(query(header, GUIDE).getString("roleGuide.title")).as(header).isEqualTo(title);
    }
    assertThat(query("de", GUIDE).getString("roleGuide.title")).contains(GERMAN);
  }

  /** No English text is on a German page, unless its object says so. */
  @Test
  void marksEveryTextThatFellBack() throws IOException {
    String document =
        Files.readString(Path.of("src/test/resources/GuidePage.graphql"))
            .replace("($slug: String!, $locale: String)", "($slug: String!)")
            .replace(", locale: $locale", "");
    for (String slug : List.of("backend-developer-intern", "senior-backend-developer")) {
      JsonNode english = page("en", document, slug);
      JsonNode german = page("de", document, slug);
      List<String> unmarked = new ArrayList<>();
      List<String> marked = new ArrayList<>();
      compare(english, german, "de", slug, marked, unmarked);
      assertThat(unmarked).isEmpty();
      // Of the guide that is complete in German, only related guides fall back.
      marked.removeIf(text -> text.contains("/related/"));
      assertThat(marked.isEmpty()).isEqualTo(slug.equals("backend-developer-intern"));
    }
  }

  private static JsonNode page(String language, String document, String slug) throws IOException {
    String body =
        given()
            .header("Accept-Language", language)
            .contentType("application/json")
            .body(Map.of("query", document, "variables", Map.of("slug", slug)))
            .post("/graphql")
            .then()
            .header("Content-Language", language)
            .extract()
            .asString();
    JsonNode page = new ObjectMapper().readTree(body).at("/data/roleGuide");
    assertThat(page.isObject()).as(body).isTrue();
    return page;
  }

  /**
   * Compares the texts of objects in two languages.
   *
   * @param language that the object says
   */
  private static void compare(
      JsonNode english,
      JsonNode german,
      String language,
      String path,
      List<String> marked,
      List<String> unmarked) {
    if (german.isTextual()) {
      if (german.asText().contains(" ") && german.equals(english)) {
        (language.equals("de") ? unmarked : marked).add(path + ": " + german.asText());
      }
      return;
    }
    String own = german.path("resolvedLocale").asText(german.path("locale").asText(language));
    for (int i = 0; german.isArray() && i < german.size(); i++) {
      compare(english.get(i), german.get(i), own, path + "/" + i, marked, unmarked);
    }
    for (Iterator<String> names = german.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!UNTRANSLATED.contains(name)) {
        String of = german.path(name + "Locale").asText(own);
        compare(english.get(name), german.get(name), of, path + "/" + name, marked, unmarked);
      }
    }
  }

  @Test
  void isSaidInTheResponse() {
    String vary =
        "Accept, Authorization, Origin, Prepgraph-Cost, Prepgraph-Partner, Prepgraph-Preview, Accept-Language";
    String document = "{ question(slug: \"how-a-hash-map-works\") { prompt } } # said";
    for (List<String> sent :
        List.of(
            List.of("de-DE", "de"),
            List.of("en-US", "en"),
            List.of("ja", "en"),
            List.of("*", "en"))) {
      for (int i = 0; i < 2; i++) { // executed, cached
        get(sent.get(0), document)
            .then()
            .header("Content-Language", sent.get(1))
            .header("Vary", vary)
            .header("Cache-Control", "public, max-age=30");
      }
    }
    get(null, document).then().header("Content-Language", "en").header("Vary", vary);
    given()
        .header("Accept-Language", "de")
        .contentType("application/json")
        .body(Map.of("query", document))
        .post("/graphql")
        .then()
        .header("Content-Language", "de")
        .header("Vary", vary);
  }

  @Test
  void isNotSaidWhereNothingDependsOnIt() {
    for (String document :
        List.of(
            "{ catalogue { revision } }",
            "{ question(slug: \"how-a-hash-map-works\", locale: \"de\") { prompt guides { title } } }")) {
      for (int i = 0; i < 2; i++) {
        Response response = get("en", document);
        assertThat(response.header("Content-Language")).isNull();
        assertThat(response.header("Vary"))
            .isEqualTo(
                "Accept, Authorization, Origin, Prepgraph-Cost, Prepgraph-Partner, Prepgraph-Preview");
      }
    }
  }

  /** Thousands of headers make no more responses than there are languages. */
  @Test
  void sharesTheCachedResponseOfALanguage() {
    String document = "{ question(slug: \"how-a-hash-map-works\") { prompt } } # shared";
    get("en", document);
    double before = executions();
    List<String> tags = new ArrayList<>();
    for (String header :
        List.of("de", "de-DE", "DE-ch;q=0.2", "de;q=0.9, fr", "fr, ja;q=0.9, de;q=0.1")) {
      tags.add(get(header, document).header("ETag"));
    }
    assertThat(executions() - before).isEqualTo(1);
    assertThat(tags).hasSize(5).containsOnly(tags.get(0));
    for (int i = 0; i < 50; i++) {
      get("en-" + i + "x, fr;q=0." + i, document);
    }
    assertThat(executions() - before).isEqualTo(1);
  }

  @Test
  void hasAnEntityTagOfItsOwn() {
    String document = "{ question(slug: \"how-a-hash-map-works\") { prompt } } # tagged";
    String german = get("de", document).header("ETag");
    String english = get("en", document).header("ETag");

    assertThat(german).isNotEqualTo(english);
    for (int i = 0; i < 2; i++) {
      Response unchanged =
          given()
              .queryParam("query", document)
              .header("Accept-Language", "de-AT")
              .header("If-None-Match", german)
              .get("/graphql");
      unchanged
          .then()
          .statusCode(304)
          .header("Content-Language", "de")
          .header(
              "Vary",
              "Accept, Authorization, Origin, Prepgraph-Cost, Prepgraph-Partner, Prepgraph-Preview, Accept-Language");
    }
    given()
        .queryParam("query", document)
        .header("Accept-Language", "en")
        .header("If-None-Match", german)
        .get("/graphql")
        .then()
        .statusCode(200)
        .header("Content-Language", "en");
  }

  @Test
  void takesNoStatementOnceWarm() {
    query("de", GUIDE);

    assertThat(StatementCounter.during(() -> query("de-DE", GUIDE))).isEmpty();
  }
}
