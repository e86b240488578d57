package dev.prepgraph.partner.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.prepgraph.GraphQL;
import dev.prepgraph.catalogue.model.Localization;
import dev.prepgraph.partner.OverlayClient;
import dev.prepgraph.partner.TestPartner;
import dev.prepgraph.partner.page.schema.GuideAddress;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** The sitemaps of partners, against the schemas of sitemaps.org and against the API. */
@QuarkusTest
class SitemapTest {

  private static final Instant CHANGED = Instant.parse("2026-11-26T10:00:00Z");

  private final OverlayClient partner = OverlayClient.create();

  private static Schema schema(String... names) throws SAXException {
    return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(
            Stream.of(names)
                .map(
                    name ->
                        new StreamSource(
                            SitemapTest.class.getResource("/sitemap/" + name).toString()))
                .toArray(Source[]::new));
  }

  private static void assertValid(byte[] xml, String... schemas) {
    assertThatCode(
            () ->
                schema(schemas)
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(xml))))
        .doesNotThrowAnyException();
  }

  private Response sitemap() {
    return given().get("/partners/{slug}/sitemap.xml", partner.partner().slug());
  }

  private void setAddresses(String... localesAndTemplates) {
    TestAddresses.set(partner, localesAndTemplates);
  }

  /** The slugs of the guides whose page is complete in a language, as the API says. */
  private static List<String> complete(String locale) {
    return GraphQL.query(
            "{ roleGuides(first: 100) { nodes { slug localizations { locale complete } } } }")
        .getList(
            "roleGuides.nodes.findAll { g -> g.localizations.any { it.complete && it.locale == '"
                + locale
                + "' } }.slug");
  }

  @Test
  void listsThePagesInTheirCompleteLanguages() {
    setAddresses(
        "en", "https://jobs.example/en/{slug}?a=1&b=2",
        "de-AT", "https://jobs.example/{locale}/{slug}",
        "fr", "https://jobs.example/fr/{slug}");
    Response response = sitemap();

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.contentType()).isEqualTo("application/xml; charset=utf-8");
    assertThat(response.header("Cache-Control")).isEqualTo("public, max-age=30");
    assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertValid(response.asByteArray(), "sitemap.xsd", "link.xsd");
    XmlPath xml = response.xmlPath();
    List<String> english = complete("en");
    List<String> german = complete("de");
    assertThat(english).isNotEmpty();
    assertThat(german).isNotEmpty();
    List<String> expected = new ArrayList<>();
    english.forEach(slug -> expected.add("https://jobs.example/en/" + slug + "?a=1&b=2"));
    german.forEach(slug -> expected.add("https://jobs.example/de-AT/" + slug));
    assertThat(xml.getList("urlset.url.loc", String.class))
        .containsExactlyInAnyOrderElementsOf(expected);
    String slug = german.get(0);
    String url = "https://jobs.example/de-AT/" + slug;
    String entry = "urlset.url.find { it.loc == '" + url + "' }";
    assertThat(xml.getList(entry + ".link.@hreflang", String.class))
        .isEqualTo(
            english.contains(slug)
                ? List.of("en", "de-AT", "x-default")
                : List.of("de-AT", "x-default"));
    assertThat(xml.getList(entry + ".link.@href", String.class)).contains(url);
    String changedAt =
        GraphQL.query(
                "query ($slug: String!) { roleGuide(slug: $slug, locale: \"de\") { contentChangedAt } }",
                Map.of("slug", slug))
            .getString("roleGuide.contentChangedAt");
    assertThat(Instant.parse(xml.getString(entry + ".lastmod")))
        .isEqualTo(Instant.parse(changedAt));
  }

  @Test
  void entityTagsFollowTheAddresses() {
    setAddresses("en", "https://jobs.example/{slug}");
    Response first = sitemap();
    String tag = first.header("ETag");

    Response again =
        given()
            .header("If-None-Match", "W/" + tag) // as compressing proxies weaken it
            .get("/partners/{slug}/sitemap.xml", partner.partner().slug());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.header("ETag")).isEqualTo(tag);
    Response head = given().head("/partners/{slug}/sitemap.xml", partner.partner().slug());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.header("ETag")).isEqualTo(tag);

    setAddresses("en", "https://other.example/{slug}");
    assertThat(sitemap().header("ETag")).isNotEqualTo(tag);
    assertThat(sitemap().asString()).contains("https://other.example/").doesNotContain("jobs.");
  }

  @Test
  void eachPartnerHasItsOwn() {
    OverlayClient other = OverlayClient.create();
    setAddresses("en", "https://one.example/{slug}");
    TestAddresses.set(other, "en", "https://two.example/{slug}");

    assertThat(sitemap().asString()).contains("one.example").doesNotContain("two.example");
    assertThat(given().get("/partners/{slug}/sitemap.xml", other.partner().slug()).asString())
        .contains("two.example")
        .doesNotContain("one.example");
  }

  @Test
  void isNotFoundWithoutPages() {
    assertThat(sitemap().statusCode()).isEqualTo(404);
    setAddresses("fr", "https://jobs.example/{slug}");
    assertThat(sitemap().statusCode()).isEqualTo(404);
    setAddresses("en", "https://jobs.example/{slug}");
    assertThat(sitemap().statusCode()).isEqualTo(200);
    String part = "/partners/" + partner.partner().slug() + "/sitemap-";
    assertThat(given().get(part + "1.xml").statusCode()).isEqualTo(200);
    assertThat(given().get(part + "2.xml").statusCode()).isEqualTo(404);
    assertThat(given().get(part + "0.xml").statusCode()).isEqualTo(404);
    assertThat(given().get(part + "99999999999.xml").statusCode()).isEqualTo(404);
    assertThat(given().get("/partners/unknown/sitemap.xml").statusCode()).isEqualTo(404);

    partner.partner().revoke();
    TestPartner.refresh();
    assertThat(sitemap().statusCode()).isEqualTo(404);
  }

  private static PublishedPages pages(int count) {
    return new PublishedPages(
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new PublishedPages.Page(
                        "guide-" + i,
                        List.of(
                            new Localization("en", true, 10, 10, CHANGED, CHANGED),
                            new Localization("de", true, 10, i % 2 == 0 ? 10 : 9, CHANGED, CHANGED),
                            new Localization("fr", false, 10, 10, CHANGED, CHANGED))))
            .toList());
  }

  private static final GuideAddresses TWO =
      new GuideAddresses(
          List.of(
              new GuideAddress("de", "https://jobs.example/de/{slug}"),
              new GuideAddress("en", "https://jobs.example/{slug}"),
              new GuideAddress("fr", "https://jobs.example/fr/{slug}")));

  @Test
  void largeSitemapsHaveAnIndex() {
    Sitemap sitemap = new Sitemap(pages(40_000), TWO, 50_000);
    List<Integer> boundaries = sitemap.boundaries();

    assertThat(boundaries).startsWith(0).endsWith(40_000).hasSizeGreaterThan(2);
    int urls = 0;
    for (int i = 0; i + 1 < boundaries.size(); i++) {
      byte[] file = sitemap.file(boundaries.get(i), boundaries.get(i + 1));
      assertThat(file).hasSizeLessThan(50 << 20);
      assertValid(file, "sitemap.xsd", "link.xsd");
      int inFile = new String(file, StandardCharsets.UTF_8).split("<loc>", -1).length - 1;
      assertThat(inFile).isLessThanOrEqualTo(50_000);
      urls += inFile;
    }
    assertThat(urls).isEqualTo(60_000);
    byte[] index =
        Sitemap.index(
            boundaries.size() - 1, part -> "https://api.example/sitemap-" + part + ".xml");
    assertValid(index, "siteindex.xsd");
    assertThat(
            XmlPath.from(new StringReader(new String(index, StandardCharsets.UTF_8)))
                .getList("sitemapindex.sitemap.loc"))
        .hasSize(boundaries.size() - 1);
  }

  @Test
  void keepsTheLanguagesOfAPageTogether() {
    Sitemap sitemap = new Sitemap(pages(5), TWO, 3);

    // Two URLs, one, two, one and two.
    assertThat(sitemap.boundaries()).containsExactly(0, 2, 4, 5);
    assertThat(new Sitemap(pages(1), TWO, 50).boundaries()).containsExactly(0, 1);
    assertThat(new Sitemap(pages(3), GuideAddresses.NONE, 50).boundaries()).containsExactly(3);
  }

  @Test
  void changesAreOfTheLanguageInWhicheverCase() {
    Instant translated = CHANGED.plusSeconds(60);
    PublishedPages pages =
        new PublishedPages(
            List.of(
                new PublishedPages.Page(
                    "guide",
                    List.of(
                        new Localization("en", true, 10, 10, CHANGED, CHANGED),
                        new Localization("pt-BR", true, 10, 10, translated, translated)))));
    GuideAddresses address =
        new GuideAddresses(List.of(new GuideAddress("pt-br", "https://jobs.example/{slug}")));

    assertThat(new String(new Sitemap(pages, address, 50).file(0, 1), StandardCharsets.UTF_8))
        .contains("<lastmod>2026-11-26T10:01:00Z</lastmod>");
  }

  @Test
  void theFirstAddressIsTheDefault() {
    String file = new String(new Sitemap(pages(2), TWO, 50).file(0, 2), StandardCharsets.UTF_8);

    assertThat(file)
        .contains(
            "<url><loc>https://jobs.example/guide-0</loc><lastmod>2026-11-26T10:00:00Z</lastmod>"
                + "<xhtml:link rel=\"alternate\" hreflang=\"de\" href=\"https://jobs.example/de/guide-0\"/>"
                + "<xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://jobs.example/guide-0\"/>"
                + "<xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"https://jobs.example/de/guide-0\"/></url>",
            "hreflang=\"x-default\" href=\"https://jobs.example/guide-1\"/>")
        .doesNotContain("https://jobs.example/de/guide-1", "/fr/");
  }
}
