package dev.prepgraph.partner.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.OwnerSql;
import dev.prepgraph.Published;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.partner.OverlayClient;
import dev.prepgraph.partner.TestPartner;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OEmbedTest {

  private final OverlayClient partner = OverlayClient.create();

  @TestHTTPResource("/")
  String root;

  private static Response embed(String url) {
    return given().queryParams(Map.of("url", url, "format", "json")).get("/oembed");
  }

  private String host() {
    return partner.partner().id() + ".example";
  }

  private static Element frame(Response response) {
    return Jsoup.parseBodyFragment(response.jsonPath().getString("html")).selectFirst("iframe");
  }

  @Test
  void embedsTheAddressesOfPartners() {
    TestAddresses.set(
        partner,
        "en",
        "https://" + host() + "/{locale}/{slug}/",
        "de",
        "https://" + host() + "/{locale}/{slug}/");
    Response german = embed("https://" + host() + "/de/backend-developer-intern/?utm=x#top");

    assertThat(german.statusCode()).isEqualTo(200);
    assertThat(german.contentType()).isEqualTo("application/json; charset=utf-8");
    assertThat(german.header("Cache-Control")).isEqualTo("public, max-age=30");
    assertThat(german.jsonPath().getString("version")).isEqualTo("1.0");
    assertThat(german.jsonPath().getString("type")).isEqualTo("rich");
    assertThat(german.jsonPath().getString("provider_name")).isEqualTo("A partner");
    Element frame = frame(german);
    assertThat(frame.attr("src"))
        .isEqualTo(root + "embed/guides/backend-developer-intern?locale=de");
    assertThat(frame.attr("lang")).isEqualTo("de");
    assertThat(frame.attr("title")).isEqualTo(german.jsonPath().getString("title"));
    Response card = given().urlEncodingEnabled(false).get(frame.attr("src"));
    assertThat(card.statusCode()).isEqualTo(200);
    assertThat(card.header("Content-Security-Policy")).endsWith("frame-ancestors *");
    assertThat(frame(embed("https://" + host() + "/en/backend-developer-intern/")).attr("lang"))
        .isEqualTo("en");
    for (String other :
        List.of(
            "https://" + host() + "/fr/backend-developer-intern/",
            "https://" + host() + "/en/unknown/",
            "https://" + host() + "/en/",
            "https://other.example/en/backend-developer-intern/",
            "http://" + host() + "/en/backend-developer-intern/",
            "https://" + host() + "@evil.example/en/backend-developer-intern/",
            "not a url")) {
      assertThat(embed(other).statusCode()).as(other).isEqualTo(404);
    }
    partner.partner().revoke();
    assertThat(embed("https://" + host() + "/en/backend-developer-intern/").statusCode())
        .isEqualTo(404);
  }

  /** Schemes and hosts are the same in any case, and with the default port. */
  @Test
  void findsAddressesInAnySpellingOfTheHost() {
    String upper = "HTTPS://" + host().toUpperCase(Locale.ROOT) + ":443";
    JsonPath saved = TestAddresses.set(partner, "en", upper + "/Guides/{slug}");
    String url = "https://" + host() + "/Guides/";

    assertThat(saved.getString("addresses[0].urlTemplate")).isEqualTo(url + "{slug}");
    assertThat(embed(url + Published.GUIDE).statusCode()).isEqualTo(200);
    assertThat(embed(upper + "/Guides/" + Published.GUIDE).statusCode()).isEqualTo(200);
    assertThat(embed(upper + "/guides/" + Published.GUIDE).statusCode()).isEqualTo(404);
  }

  @Test
  void migration28NormalizesStoredAddresses() throws IOException {
    String template = "https://" + host().toUpperCase(Locale.ROOT) + ":443/Guides/{slug}";
    OwnerSql.execute(
        "insert into partner.guide_address (partner_id, locale, position, url_template, host) values (?, 'en', 0, ?, ?)",
        partner.partner().id(),
        template,
        host() + ":443");
    OwnerSql.execute(
        new String(
            getClass().getResourceAsStream("/db/migration/V28__address_hosts.sql").readAllBytes(),
            StandardCharsets.UTF_8));
    TestPartner.refresh();

    assertThat(embed("https://" + host() + "/Guides/" + Published.GUIDE).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aPartnerCannotTakeTheHostOfAnother() {
    OverlayClient other = OverlayClient.create();
    TestAddresses.set(other, "en", "https://" + host() + "/taken/{slug}");

    assertThat(embed("https://" + host() + "/taken/" + Published.GUIDE).statusCode())
        .isEqualTo(404);
    TestAddresses.set(partner, "en", "https://" + host() + "/taken/{slug}");
    assertThat(embed("https://" + host() + "/taken/" + Published.GUIDE).statusCode())
        .isEqualTo(200);
  }

  /** Others, whose number does not matter, and those of the same host at other paths. */
  @Test
  void findsTheAddressAmongThoseOfManyPartners() {
    TestAddresses.set(partner, "en", "https://" + host() + "/shared/{slug}");
    OwnerSql.execute(
        """
        with many as (
          insert into partner.partner (slug, name, client_id, scopes, origins)
          select 'many-' || gen_random_uuid(), 'Many', gen_random_uuid()::text, '{READ}', case when n <= 250 then array[?] else '{}' end
          from generate_series(1, 500) n returning id, origins)
        insert into partner.guide_address (partner_id, locale, position, url_template, host)
        select id, 'de', 0, case when origins = '{}' then ? else ? end, ? from many
        """,
        "https://" + host(),
        "https://" + host() + "/shared/{slug}",
        "https://" + host() + "/" + UUID.randomUUID() + "/{slug}",
        host());
    try {
      TestPartner.refresh();
      Response found = embed("https://" + host() + "/shared/" + Published.GUIDE);
      assertThat(frame(found).attr("src")).endsWith("locale=en");
      assertThat(StatementCounter.during(() -> embed("https://nobody.example/" + Published.GUIDE)))
          .isEmpty();
    } finally {
      OwnerSql.execute("delete from partner.guide_address where host = ?", host());
      OwnerSql.execute("delete from partner.partner where name = 'Many'");
      TestPartner.refresh();
    }
  }

  @Test
  void embedsItsOwnAddresses() {
    Response response = embed(root + "embed/guides/backend-developer-intern?locale=de");

    assertThat(frame(response).attr("src"))
        .isEqualTo(root + "embed/guides/backend-developer-intern?locale=de");
    assertThat(response.jsonPath().getString("provider_name")).isEqualTo("Prepgraph");
    assertThat(embed(root + "guides/" + Published.GUIDE + ".jsonld").statusCode()).isEqualTo(200);
    assertThat(embed(root + "graphql").statusCode()).isEqualTo(404);
    for (String none :
        List.of("embed/guides/unknown", "a%zz", "embed/guides/%zz", "embed/guides/%00")) {
      assertThat(embed(root + none).statusCode()).as(none).isEqualTo(404);
    }
    for (String none : List.of("embed/guides/%00", "guides/%00.jsonld", "guides/%FE.jsonld")) {
      int status = given().urlEncodingEnabled(false).get(root + none).statusCode();
      assertThat(status).as(none).isBetween(400, 404);
    }
    assertThat(embed(root + "embed/guides/" + Published.GUIDE + "?partner=unknown").statusCode())
        .isEqualTo(404);
  }

  @Test
  void obeysTheSizeAndRejectsOtherForms() {
    String url = root + "embed/guides/" + Published.GUIDE;
    Response small =
        given().queryParams(Map.of("url", url, "maxwidth", 300, "maxheight", 200)).get("/oembed");
    assertThat(small.jsonPath().getInt("width")).isEqualTo(300);
    assertThat(frame(small).attr("height")).isEqualTo("200");
    given().queryParams(Map.of("url", url, "maxwidth", 0)).get("/oembed").then().statusCode(400);
    given().queryParams(Map.of("url", url, "format", "xml")).get("/oembed").then().statusCode(501);
    given().get("/oembed").then().statusCode(400);
    given().queryParam("url", "").get("/oembed").then().statusCode(400);
    given().queryParam("url", "x".repeat(2_001)).get("/oembed").then().statusCode(400);
    given().queryParam("url", url).head("/oembed").then().statusCode(200);
  }
}
