package dev.prepgraph.partner.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.partner.OverlayClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GuideJsonLdTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final OverlayClient partner = OverlayClient.create();

  private static Response get(String slug, Map<String, ?> parameters) {
    return given().queryParams(parameters).get("/guides/{slug}.jsonld", slug);
  }

  private static JsonNode data(String slug, Map<String, ?> parameters) {
    Response response = get(slug, parameters);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.contentType()).isEqualTo("application/ld+json");
    try {
      return JSON.readTree(response.asByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void describesThePageOfAPartner() {
    TestAddresses.set(
        partner, "de", "https://jobs.example/de/{slug}", "en", "https://jobs.example/{slug}?a=1");
    JsonNode data =
        data(Published.GUIDE, Map.of("partner", partner.partner().slug(), "locale", "en"));
    JsonPath guide =
        GraphQL.query(
            """
            query ($slug: String!) { roleGuide(slug: $slug, locale: "en") { title summary authors aliases contentChangedAt firstPublishedAt
              licence { url attribution } faqs { question answerRich { plain } } } }
            """,
            Map.of("slug", Published.GUIDE));
    String url = "https://jobs.example/backend-developer-intern?a=1";

    assertThat(data.path("@context").asText()).isEqualTo("https://schema.org");
    assertThat(data.path("@graph").findValuesAsText("@type"))
        .contains("BreadcrumbList", "LearningResource", "FAQPage");
    JsonNode breadcrumbs = data.path("@graph").path(0).path("itemListElement");
    assertThat(breadcrumbs.path(0).path("item").asText()).isEqualTo("https://jobs.example/");
    assertThat(breadcrumbs.path(0).path("name").asText()).isEqualTo("A partner");
    assertThat(breadcrumbs.path(1).path("item").asText()).isEqualTo(url);
    assertThat(breadcrumbs.path(1).path("position").asInt()).isEqualTo(2);
    JsonNode resource = data.path("@graph").path(1);
    assertThat(resource.path("url").asText()).isEqualTo(url);
    assertThat(resource.path("name").asText()).isEqualTo(guide.getString("roleGuide.title"));
    assertThat(resource.path("description").asText())
        .isEqualTo(guide.getString("roleGuide.summary"));
    assertThat(resource.path("inLanguage").asText()).isEqualTo("en");
    assertThat(resource.path("license").asText())
        .isEqualTo(guide.getString("roleGuide.licence.url"));
    assertThat(resource.path("dateModified").asText())
        .isEqualTo(guide.getString("roleGuide.contentChangedAt"));
    assertThat(resource.path("datePublished").asText())
        .isEqualTo(guide.getString("roleGuide.firstPublishedAt"));
    assertThat(resource.path("author").findValuesAsText("name"))
        .isEqualTo(guide.getList("roleGuide.authors"));
    JsonNode occupation = resource.path("about");
    assertThat(occupation.path("@type").asText()).isEqualTo("Occupation");
    assertThat(occupation.path("occupationalCategory").findValuesAsText("codeValue"))
        .containsExactly("2512", "15-1252.00");
    JsonNode questions = data.path("@graph").path(2).path("mainEntity");
    List<String> answers = new ArrayList<>();
    questions.forEach(q -> answers.add(q.path("acceptedAnswer").path("text").asText()));
    assertThat(answers).isEqualTo(guide.getList("roleGuide.faqs.answerRich.plain"));
  }

  @Test
  void usesTheVocabularyOfSchemaOrg() {
    TestAddresses.set(
        partner, "de", "https://jobs.example/de/{slug}", "en", "https://jobs.example/{slug}");
    List<String> slugs =
        GraphQL.query("{ roleGuides(first: 100) { nodes { slug } } }")
            .getList("roleGuides.nodes.slug");

    for (String slug : slugs) {
      for (Map<String, String> parameters :
          List.of(
              Map.<String, String>of(),
              Map.of("locale", "de"),
              Map.of("partner", partner.partner().slug()),
              Map.of("partner", partner.partner().slug(), "locale", "en"))) {
        for (JsonNode node : data(slug, parameters).path("@graph")) {
          assertThat(Vocabulary.faults(node)).as("%s %s", slug, parameters).isEmpty();
        }
      }
    }
    assertThat(
            Vocabulary.faults(JSON.createObjectNode().put("@type", "Question").put("nothing", "x")))
        .containsExactly("unknown property Question.nothing");
  }

  @Test
  void hasTheLanguageOfTheDefaultAddress() {
    TestAddresses.set(
        partner, "de-AT", "https://jobs.example/de/{slug}", "en", "https://jobs.example/{slug}");
    String slug = partner.partner().slug();

    JsonNode byDefault = data(Published.GUIDE, Map.of("partner", slug)).path("@graph").path(1);
    assertThat(byDefault.path("inLanguage").asText()).isEqualTo("de");
    assertThat(byDefault.path("url").asText())
        .isEqualTo("https://jobs.example/de/backend-developer-intern");
    JsonNode french =
        data(Published.GUIDE, Map.of("partner", slug, "locale", "fr")).path("@graph").path(1);
    assertThat(french.path("inLanguage").asText()).isEqualTo("en");
    assertThat(french.has("url")).isFalse();
    JsonNode without = data(Published.GUIDE, Map.of()).path("@graph");
    assertThat(without.path(1).has("url")).isFalse();
    assertThat(without.path(1).path("inLanguage").asText()).isEqualTo("en");
    assertThat(without.toString()).doesNotContain("jobs.example", "\"item\"");
  }

  @Test
  void canStandInAScriptElement() {
    for (String slug : List.of(Published.GUIDE, "frontend-developer-intern")) {
      assertThat(get(slug, Map.of()).asString()).doesNotContain("<", ">", "&");
    }
  }

  @Test
  void isCachedLikeOtherPublicResponses() {
    Response first = get(Published.GUIDE, Map.of());
    String tag = first.header("ETag");

    assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=30");
    assertThat(first.header("X-Content-Type-Options")).isEqualTo("nosniff");
    given()
        .header("If-None-Match", tag)
        .get("/guides/{slug}.jsonld", Published.GUIDE)
        .then()
        .statusCode(304)
        .header("ETag", tag);
    given().head("/guides/{slug}.jsonld", Published.GUIDE).then().statusCode(200);
    given().post("/guides/{slug}.jsonld", Published.GUIDE).then().statusCode(405);
  }

  @Test
  void rejectsWhatIsUnknown() {
    assertThat(get("unknown", Map.of()).statusCode()).isEqualTo(404);
    assertThat(get(Published.GUIDE, Map.of("partner", "unknown")).statusCode()).isEqualTo(404);
    Response invalid = get(Published.GUIDE, Map.of("locale", "not a language"));
    assertThat(invalid.statusCode()).isEqualTo(400);
    assertThat(invalid.asString()).contains("BAD_REQUEST").doesNotContain("not a language");
    partner.partner().revoke();
    assertThat(get(Published.GUIDE, Map.of("partner", partner.partner().slug())).statusCode())
        .isEqualTo(404);
  }
}
