package dev.prepgraph.site.docs;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.prepgraph.site.SiteConfig;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** The pages of the documentation as browsers get them. */
@QuarkusTest
class DocsPagesTest {

  private static final List<String> PATHS =
      List.of(
          "/docs/",
          "/docs/try",
          "/docs/log-in",
          "/docs/answers-and-plans",
          "/docs/integrate",
          "/docs/partners",
          "/docs/schema",
          "/docs/changes");

  @Inject Vertx vertx;

  private static Document page(String path) {
    return Jsoup.parse(given().get(path).then().statusCode(200).extract().asString());
  }

  @Test
  void navigationLeadsToEveryPage() {
    for (String path : PATHS) {
      Document page = page(path);
      assertThat(page.select("header nav a").eachAttr("href")).isEqualTo(PATHS);
      assertThat(page.select("[aria-current=page]").eachAttr("href")).containsExactly(path);
      assertThat(page.select("h1")).hasSize(1);
      assertThat(page.title()).startsWith(page.select("h1").text());
      assertThat(page.select("html").attr("lang")).isEqualTo("en");
      assertThat(page.select("meta[name=description]").attr("content")).isNotEmpty();
    }
  }

  @Test
  void pagesAreRevalidated() {
    for (String path : List.of("/docs/", "/docs/schema", "/docs/docs.css")) {
      Response response = given().get(path);
      assertThat(response.header("Cache-Control")).isEqualTo("no-cache");
      assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(response.header("Content-Security-Policy"))
          .startsWith("default-src 'none'; style-src 'self'; ")
          .doesNotContain("unsafe")
          .endsWith("frame-ancestors 'none'");
      given()
          .header("If-None-Match", response.header("ETag"))
          .get(path)
          .then()
          .statusCode(304)
          .body(equalTo(""));
      given().head(path).then().statusCode(200);
      given()
          .config(config().decoderConfig(decoderConfig().noContentDecoders()))
          .header("Accept-Encoding", "gzip, br")
          .get(path)
          .then()
          .header("Content-Encoding", "br");
    }
    assertThat(given().get("/docs/").contentType())
        .isEqualToIgnoringCase("text/html; charset=utf-8");
    assertThat(given().get("/docs/docs.css").contentType())
        .isEqualToIgnoringCase("text/css; charset=utf-8");
  }

  @Test
  void onlyPagesAreServed() {
    given()
        .redirects()
        .follow(false)
        .get("/docs")
        .then()
        .statusCode(308)
        .header("Location", "/docs/");
    for (String path :
        List.of("/docs/nothing", "/docs/try.md", "/docs/try/", "/docs/..%2fbanner")) {
      given().urlEncodingEnabled(false).get(path).then().statusCode(404);
    }
  }

  @Test
  void htmlIsWellFormedWithoutScripts() {
    for (String path : PATHS) {
      Parser parser = Parser.htmlParser().setTrackErrors(10);
      Document page = Jsoup.parse(given().get(path).asString(), "", parser);
      assertThat(parser.getErrors()).as(path).isEmpty();
      List<String> ids = page.select("[id]").eachAttr("id");
      assertThat(ids).as(path).doesNotHaveDuplicates();
      assertThat(page.select("script, style, [style]")).as(path).isEmpty();
      assertThat(page.text()).as(path).doesNotContain("<!--", "-->");
    }
  }

  @Test
  void linksAndAnchorsResolve() {
    Map<String, Document> pages = new TreeMap<>();
    PATHS.forEach(path -> pages.put(path, page(path)));
    pages.forEach(
        (path, page) -> {
          for (String link : new HashSet<>(page.select("a").eachAttr("href"))) {
            String[] parts = link.split("#", 2);
            if (parts.length == 2) {
              Document target = pages.get(parts[0].isEmpty() ? path : parts[0]);
              assertThat(target).as(link).isNotNull();
              assertThat(target.getElementById(parts[1])).as(path + " " + link).isNotNull();
            } else if (!pages.containsKey(link) && !link.startsWith("https://")) {
              given().accept("text/html").get(link).then().statusCode(200);
            }
          }
        });
  }

  @Test
  void longPagesHaveAContentsList() {
    Document page = page("/docs/try");
    assertThat(page.select("nav.contents a").eachText()).isEqualTo(page.select("h2").eachText());
    assertThat(page("/docs/").select("nav.contents")).isEmpty();
  }

  @Test
  void theReferenceHasEveryTypeFieldAndArgument() {
    Document page = page("/docs/schema");
    var printed = new SchemaParser().parse(given().get("/graphql/schema.graphql").asString());

    assertThat(page.select("h3").eachText())
        .containsAll(printed.types().keySet())
        .contains("String", "Date")
        .doesNotContain("_Service", "__Type", "BigInteger");
    for (var type : printed.getTypes(ObjectTypeDefinition.class)) {
      type.getFieldDefinitions()
          .forEach(
              field -> {
                Element term = page.getElementById(type.getName() + "." + field.getName());
                assertThat(term).as(type.getName() + "." + field.getName()).isNotNull();
                assertThat(term.nextElementSibling().select("> ul > li"))
                    .hasSameSizeAs(field.getInputValueDefinitions());
              });
    }
    assertThat(page.getElementById("Query._service")).isNull();
    Element questions = page.getElementById("RoleGuide.questions");
    assertThat(questions.text()).isEqualTo("questions: QuestionConnection");
    assertThat(questions.nextElementSibling().text())
        .startsWith("The guide's questions, in order of preparation unless ordered otherwise.");
    assertThat(page.getElementById("QuestionFilterInput.tag").nextElementSibling().text())
        .contains("Deprecated: use tags.");
    assertThat(page.html().length()).isLessThan(2_000_000);
  }

  @Test
  void nothingIsServedByDefault() {
    SiteConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(SiteConfig.class)
            .build()
            .getConfigMapping(SiteConfig.class);
    Router router = Router.router(vertx);
    new DocsRoute(config, null).register(router);

    assertThat(router.getRoutes()).isEmpty();
  }

  @Test
  void changesAreTheChangelog() {
    assertThat(page("/docs/changes").select("h2").eachText()).contains("Unreleased");
    assertThat(given().get("/docs/changes").asString()).contains("Breaking:");
  }
}
