package dev.prepgraph.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prepgraph.GraphQL;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A front-end team rebuilds the page of each guide from one query. */
@QuarkusTest
class WholeGuidePageTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Parts that some pages may lack, by guide, language and path, each with its reason. */
  private static final Map<String, String> MAY_BE_EMPTY =
      Map.of(
          "\\S+ \\S+ /occupations/\\d+/uri", "ISCO-08 has no address for a code",
          "\\S+ \\S+ /questions/edges/\\d+/node/exhibitRich", "most prompts refer to nothing");

  private static final List<String> ENGLISH = GuideQueryTest.SLUGS;
  static final List<String> GERMAN =
      List.of("backend-developer-intern", "data-analyst-intern", "frontend-developer-intern");

  private static final Evaluator HAS_LANGUAGE = new Evaluator.Attribute("lang");

  private static final Pattern GERMAN_WORDS =
      Pattern.compile(
          "(?i)\\b(der|die|das|und|nicht|ist|ein|eine|einen|du|ich|wie|mit|zu|für|auf|den|dem)\\b");
  private static final Pattern ENGLISH_WORDS =
      Pattern.compile(
          "(?i)\\b(the|and|of|to|is|a|you|what|how|with|for|that|it|your|are|not|or|by)\\b");

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
      collectEmpty(page.slug() + " " + page.locale() + " ", page.guide(), empty);
    }
    empty.removeIf(path -> MAY_BE_EMPTY.keySet().stream().anyMatch(path::matches));
    assertThat(empty).isEmpty();
  }

  /** The paths of all nulls, blank texts, empty lists and numbers that are not positive. */
  private static void collectEmpty(String path, JsonNode node, List<String> empty) {
    if (node.isContainerNode() ? node.isEmpty() : node.asText("").isBlank()) {
      empty.add(path);
    } else if (node.isNumber() && node.asDouble() <= 0) {
      empty.add(path);
    }
    node.properties()
        .forEach(part -> collectEmpty(path + "/" + part.getKey(), part.getValue(), empty));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collectEmpty(path + "/" + i, node.get(i), empty);
    }
  }

  @Test
  void everyPageHasAllPartsOfItsKinds() throws IOException {
    for (Page page : pages()) {
      JsonNode guide = page.guide();
      String as = page.slug() + " " + page.locale();
      assertThat(texts(guide, "/sections", "/kind"))
          .as(as)
          .containsExactlyInAnyOrder("TYPES", "QUESTIONS", "QUESTIONS_TO_ASK", "CANDIDATE", "FAQS");
      assertThat(texts(guide, "/questionTypes", "/type/slug"))
          .as(as)
          .doesNotHaveDuplicates()
          .hasSizeGreaterThanOrEqualTo(5)
          .contains("project-based", "cultural-fit")
          .hasSameElementsAs(texts(guide, "/questions/edges", "/node/type/slug"));
      assertThat(guide.at("/questions/edges").size()).as(as).isBetween(15, 22);
      assertThat(guide.at("/questions/totalCount").asInt())
          .as(as)
          .isEqualTo(guide.at("/questions/edges").size());
      assertThat(guide.at("/process/steps").size()).as(as).isGreaterThanOrEqualTo(3);
      assertThat(guide.path("questionsToAsk").size()).as(as).isGreaterThanOrEqualTo(5);
      assertThat(guide.path("skills").size()).as(as).isGreaterThanOrEqualTo(8);
      assertThat(guide.path("roleCriteria").size()).as(as).isBetween(5, 7);
      assertThat(guide.path("faqs").size()).as(as).isGreaterThanOrEqualTo(4);
      assertThat(guide.path("related").size()).as(as).isGreaterThanOrEqualTo(6);
      for (JsonNode edge : guide.at("/questions/edges")) {
        JsonNode question = edge.path("node");
        assertThat(question.path("hints").size())
            .as(as + " " + question.path("slug"))
            .isGreaterThanOrEqualTo(2);
        assertThat(texts(question, "/answers", "/kind"))
            .as(as + " " + question.path("slug"))
            .containsExactly("SHORT", "MODEL", "EXAMPLE");
      }
    }
  }

  private static List<String> texts(JsonNode object, String list, String field) {
    List<String> texts = new ArrayList<>();
    object.at(list).forEach(element -> texts.add(element.at(field).asText("")));
    return texts;
  }

  /** A guide may borrow two questions of other roles; more of them belong into questions.yaml. */
  @Test
  void atMostTwoQuestionsBelongToAnotherRole() throws IOException {
    Map<String, String> files = new HashMap<>();
    files.putAll(questionsOf("questions"));
    for (String slug : ENGLISH) {
      files.putAll(questionsOf("guides/" + slug));
    }
    for (String slug : ENGLISH) {
      assertThat(texts(page(slug, "en"), "/questions/edges", "/node/slug"))
          .as(slug)
          .allSatisfy(question -> assertThat(files).containsKey(question))
          .filteredOn(question -> !Set.of(slug, "questions").contains(files.get(question)))
          .hasSizeLessThanOrEqualTo(2);
    }
  }

  /** The questions that a file of the default pack defines, each with the name of the file. */
  private static Map<String, String> questionsOf(String name) throws IOException {
    Path file = Path.of("src/main/resources/content").resolve(name + ".yaml");
    Map<?, ?> root =
        (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    Map<String, String> questions = new HashMap<>();
    for (Object question : (List<?>) root.get("questions")) {
      Object slug = ((Map<?, ?>) question).get("slug");
      if (slug != null) {
        questions.put(slug.toString(), Path.of(name).getFileName().toString());
      }
    }
    return questions;
  }

  @Test
  void allGuidesAreCompleteInEnglishAndThreeInGerman() throws IOException {
    assertThat(pages())
        .extracting(page -> page.locale() + " " + page.slug())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    ENGLISH.stream().map(slug -> "en " + slug),
                    GERMAN.stream().map(slug -> "de " + slug))
                .toList());
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

  /** A page in a language that a guide has little of marks what did not fall back. */
  @Test
  void textsInAnotherLanguageAreMarked() throws IOException {
    assertThat(languages(page("senior-backend-developer", "de")))
        .containsEntry("Senior Backend Developer", Set.of("en"))
        .containsEntry("Softwareentwicklung", Set.of("de"))
        .containsEntry("Conversation with the hiring manager", Set.of("en"))
        .containsEntry("Erzähl mir etwas über dich.", Set.of("de"))
        .containsEntry("The rounds of a senior backend interview", Set.of("en"))
        .containsEntry("Fachwissen", Set.of("de"))
        .containsEntry("Du hast einmal die Richtung gewechselt. Warum?", Set.of("de"))
        .containsEntry("Would a version in the URL have solved it?", Set.of("en"))
        .containsEntry("Praktikum Backend-Entwicklung", Set.of("de"));
  }

  /** The little words of a text give away its language. */
  @Test
  void eachTextIsInTheLanguageThatThePageClaims() throws IOException {
    for (String slug : ENGLISH) {
      Map<String, Integer> told = new HashMap<>();
      languages(page(slug, "de"))
          .forEach(
              (text, claimed) -> {
                long german = GERMAN_WORDS.matcher(text).results().count();
                long english = ENGLISH_WORDS.matcher(text).results().count();
                if (Math.abs(german - english) >= 3) {
                  String language = german > english ? "de" : "en";
                  assertThat(claimed).as(slug + ": " + text).containsExactly(language);
                  told.merge(language, 1, Integer::sum);
                }
              });
      assertThat(told.get("de")).as(slug).isGreaterThan(GERMAN.contains(slug) ? 100 : 10);
      assertThat(told.getOrDefault("en", 0) > 20).as(slug).isEqualTo(!GERMAN.contains(slug));
    }
  }

  /** The languages of each text of a page, as browsers see them: the nearest mark counts. */
  static Map<String, Set<String>> languages(JsonNode guide) {
    Document page = Parser.htmlParser().parseInput(GuidePage.render(guide), "");
    Map<String, Set<String>> languages = new HashMap<>();
    for (Element element : page.select("body *:not(pre, code), meta[name=description]")) {
      String text = element.ownText() + element.attr("content");
      String language = element.closest(HAS_LANGUAGE).attr("lang");
      languages.computeIfAbsent(text, any -> new TreeSet<>()).add(language);
    }
    return languages;
  }
}
