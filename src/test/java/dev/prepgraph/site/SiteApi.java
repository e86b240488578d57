package dev.prepgraph.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** The API of the service, for what a test needs before its page. */
final class SiteApi {

  private final SitePages site;
  private final String authorization;

  private SiteApi(SitePages site, String authorization) {
    this.site = site;
    this.authorization = authorization;
  }

  static SiteApi anonymous(SitePages site) {
    return new SiteApi(site, null);
  }

  /** As the user of a page, with the token of its next request. */
  static SiteApi of(SitePages site, Page page) {
    Request request =
        page.waitForRequest(
            sent -> sent.headers().containsKey("authorization"),
            () -> page.evaluate("dispatchEvent(new Event('online'))"));
    return new SiteApi(site, request.headers().get("authorization"));
  }

  /** The user at the provider. */
  String subject() {
    String claims = authorization.split("\\.")[1];
    return JsonPath.from(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
        .getString("sub");
  }

  /** A mutation of the one variable {@code input}, without user errors. */
  JsonPath mutate(String document, Map<String, ?> input) {
    JsonPath response = query(document, Map.of("input", input));
    assertThat(response.getList("data.collect { it.value.userErrors }.flatten()"))
        .as(response.prettify())
        .isEmpty();
    return response;
  }

  JsonPath query(String document) {
    return query(document, Map.of());
  }

  JsonPath query(String document, Map<String, ?> variables) {
    RequestSpecification request =
        given()
            .contentType(ContentType.JSON)
            .body(Map.of("query", document, "variables", variables));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return request.post(site.url("/graphql")).then().statusCode(200).extract().jsonPath();
  }
}
