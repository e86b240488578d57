package dev.prepgraph.partner.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import dev.prepgraph.Chromium;
import dev.prepgraph.GraphQL;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.Published;
import dev.prepgraph.partner.OverlayClient;
import dev.prepgraph.partner.TestPartner;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The card that other sites embed. */
@QuarkusTest
public class GuideCardTest {

  private final OverlayClient partner = OverlayClient.create();

  @TestHTTPResource("/")
  String root;

  private static Response card(Map<String, ?> parameters) {
    return given().queryParams(parameters).get("/embed/guides/{slug}", Published.GUIDE);
  }

  @Test
  void showsTheGuideInItsLanguage() {
    TestAddresses.set(
        partner,
        "en",
        "https://jobs.example/en/{slug}?a=1&b=2",
        "de",
        "https://jobs.example/{slug}");
    Response response = card(Map.of("partner", partner.partner().slug(), "locale", "de"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.contentType()).isEqualToIgnoringCase("text/html; charset=utf-8");
    Document html = Jsoup.parse(response.asString());
    var guide =
        GraphQL.query(
            """
            query ($slug: String!) { roleGuide(slug: $slug, locale: "de") { title resolvedLocale summary family { name resolvedLocale }
              questions(first: 3) { nodes { prompt resolvedLocale } } } }
            """,
            Map.of("slug", Published.GUIDE));

    assertThat(html.selectFirst("html").attr("lang"))
        .isEqualTo(guide.getString("roleGuide.resolvedLocale"));
    assertThat(html.title()).isEqualTo(guide.getString("roleGuide.title"));
    assertThat(html.selectFirst("h1 a").text()).isEqualTo(guide.getString("roleGuide.title"));
    assertThat(html.selectFirst("h1 a").attr("href"))
        .isEqualTo("https://jobs.example/backend-developer-intern");
    assertThat(html.selectFirst(".summary").text()).isEqualTo(guide.getString("roleGuide.summary"));
    assertThat(html.select("li").eachText())
        .isEqualTo(guide.getList("roleGuide.questions.nodes.prompt"));
    assertThat(html.select("script")).isEmpty();
    assertThat(html.selectFirst("footer").text()).endsWith("CC-BY-4.0");
    assertThat(response.header("Cache-Control")).isEqualTo("public, max-age=30");
    Document english =
        Jsoup.parse(card(Map.of("partner", partner.partner().slug(), "locale", "en")).asString());
    assertThat(english.selectFirst("html").attr("lang")).isEqualTo("en");
    assertThat(english.selectFirst("h1 a").attr("href"))
        .isEqualTo("https://jobs.example/en/backend-developer-intern?a=1&b=2");
    assertThat(Jsoup.parse(card(Map.of()).asString()).select("h1 a")).isEmpty();
  }

  @Test
  void onlyThePartnersPagesEmbedItsCard() {
    Response own = card(Map.of("partner", partner.partner().slug()));
    String policy = own.header("Content-Security-Policy");

    assertThat(policy)
        .matches(
            "default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors "
                + partner.partner().origin());
    assertThat(own.header("X-Frame-Options")).isNull();
    assertThat(own.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(own.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    assertThat(card(Map.of()).header("Content-Security-Policy")).endsWith("frame-ancestors *");
    OwnerSql.execute(
        "update partner.partner set origins = '{}' where id = ?", partner.partner().id());
    TestPartner.refresh();
    Response without = card(Map.of("partner", partner.partner().slug()));
    assertThat(without.header("Content-Security-Policy")).endsWith("frame-ancestors 'none'");
    assertThat(without.header("X-Frame-Options")).isEqualTo("DENY");
    partner.partner().revoke();
    Response revoked = card(Map.of("partner", partner.partner().slug()));
    assertThat(revoked.statusCode()).isEqualTo(404);
    assertThat(revoked.header("Content-Security-Policy")).endsWith("frame-ancestors 'none'");
    assertThat(revoked.header("X-Frame-Options")).isEqualTo("DENY");
  }

  @Test
  void isCachedLikeOtherPublicResponses() {
    String tag = card(Map.of()).header("ETag");

    given()
        .header("If-None-Match", tag)
        .get("/embed/guides/{slug}", Published.GUIDE)
        .then()
        .statusCode(304)
        .header("ETag", tag);
    given().head("/embed/guides/{slug}", Published.GUIDE).then().statusCode(200);
    given().get("/embed/guides/unknown").then().statusCode(404);
    given().get("/embed/guides/" + "x".repeat(500)).then().statusCode(404);
    assertThat(card(Map.of("locale", "\"><script>")).statusCode()).isEqualTo(400);
  }

  /** Without a violation of its policy, which the console would report. */
  @Test
  @EnabledIf("dev.prepgraph.Chromium#isInstalled")
  void rendersInABrowserUnderItsPolicy() {
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.open(root + "embed/guides/" + Published.GUIDE + "?locale=de");

      assertThat(page.locator("h1").isVisible()).isTrue();
      assertThat(page.evaluate("getComputedStyle(document.querySelector('main')).borderRadius"))
          .isEqualTo("8px");
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
      chromium.assertNoErrors();
      chromium.reset();
    }
  }

  @Test
  void statesEachLanguage() {
    for (String slug :
        GraphQL.query("{ roleGuides(first: 100) { nodes { slug } } }")
            .<String>getList("roleGuides.nodes.slug")) {
      Document html =
          Jsoup.parse(
              given().queryParam("locale", "de").get("/embed/guides/{slug}", slug).asString());
      String page = html.selectFirst("html").attr("lang");
      assertThat(List.of("de", "en")).contains(page);
      assertThat(html.select("body [lang]").eachAttr("lang")).doesNotContain(page);
    }
  }
}
