package dev.prepgraph.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prepgraph.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** A front-end team rebuilds the page of each guide from one query. */
@QuarkusTest
class WholeGuidePageTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a career site's page cannot do without. */
  private static final List<String> BLOCKS =
      List.of(
          "/summary",
          "/aliases/0",
          "/firstPublishedAt",
          "/contentChangedAt",
          "/reviewedAt",
          "/authors/0",
          "/licence/spdx",
          "/occupations/0/code",
          "/family/name",
          "/overviewRich/html",
          "/process/steps/2/whatToExpectRich/html",
          "/sections/4/introRich/html",
          "/questionTypes/4/whatToExpectRich/html",
          "/questionsToAsk/4/rationaleRich/html",
          "/skills/7/whyRich/html",
          "/roleCriteria/4/whyItMattersRich/html",
          "/faqs/3/answerRich/html",
          "/related/5/guide/summary");

  private static final List<String> QUESTION_BLOCKS =
      List.of(
          "/howToAnswerRich/html",
          "/hints/1/bodyRich/html",
          "/followUps/0/howToAnswerRich/html",
          "/answers/2/bodyRich/html",
          "/difficulty");

  record Page(String slug, String locale, JsonNode guide) {}

  /** The pages of all guides in all languages that are complete. */
  static List<Page> pages() throws IOException {
    List<Page> pages = new ArrayList<>();
    for (String slug :
        GraphQL.query("{ roleGuides(first: 100) { edges { node { slug } } } }")
            .getList("roleGuides.edges.node.slug", String.class)) {
      JsonNode english = page(slug, "en");
      for (JsonNode language : english.path("localizations")) {
        if (language.path("complete").asBoolean()) {
          String locale = language.path("locale").asText();
          pages.add(new Page(slug, locale, page(slug, locale)));
        }
      }
    }
    return pages;
  }

  static JsonNode page(String slug, String locale) throws IOException {
    String document =
        new String(
            WholeGuidePageTest.class.getResourceAsStream("/GuidePage.graphql").readAllBytes(),
            StandardCharsets.UTF_8);
    String body =
        given()
            .contentType("application/json")
            .body(Map.of("query", document, "variables", Map.of("slug", slug, "locale", locale)))
            .post("/graphql")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    JsonNode response = JSON.readTree(body);
    assertThat(response.has("errors")).as(body).isFalse();
    return response.at("/data/roleGuide");
  }

  @Test
  void everyBlockHasItsText() throws IOException {
    List<String> empty = new ArrayList<>();
    for (Page page : pages()) {
      for (String block : BLOCKS) {
        if (page.guide().at(block).asText().isBlank()) {
          empty.add(page.slug() + " " + page.locale() + " " + block);
        }
      }
      for (JsonNode edge : page.guide().at("/questions/edges")) {
        for (String block : QUESTION_BLOCKS) {
          if (edge.path("node").at(block).asText().isBlank()) {
            empty.add(page.slug() + " " + edge.at("/node/slug").asText() + " " + block);
          }
        }
      }
    }
    assertThat(empty).isEmpty();
  }

  @Test
  void theGuidesWithGermanAreCompleteInGerman() throws IOException {
    assertThat(pages())
        .filteredOn(page -> page.locale().equals("de"))
        .extracting(Page::slug)
        .contains("backend-developer-intern", "data-analyst-intern", "frontend-developer-intern");
  }

  @Test
  void thePageIsValidHtml() throws IOException {
    for (Page page : pages()) {
      String html = GuidePage.render(page.guide());
      Parser parser = Parser.htmlParser().setTrackErrors(20);
      Document document = parser.parseInput(html, "");
      assertThat(parser.getErrors()).as(page.slug() + " " + page.locale()).isEmpty();
      assertThat(document.select("html").attr("lang")).isEqualTo(page.locale());
      assertThat(document.select("h1")).hasSize(1);
      int previous = 1;
      for (Element heading : document.select("h1, h2, h3, h4, h5, h6")) {
        int level = heading.tagName().charAt(1) - '0';
        assertThat(level).as(page.slug() + " " + heading.text()).isLessThanOrEqualTo(previous + 1);
        previous = level;
      }
      assertThat(document.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }
  }

  /** A page in a language that a guide has little of marks what fell back. */
  @Test
  void textsInAnotherLanguageAreMarked() throws IOException {
    Document page =
        Parser.htmlParser()
            .parseInput(GuidePage.render(page("senior-backend-developer", "de")), "");

    Set<String> languages = Set.copyOf(page.select("[lang]").eachAttr("lang"));
    assertThat(languages).containsExactlyInAnyOrder("de", "en");
  }
}
