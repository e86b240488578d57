package dev.prepgraph.http;

import static dev.prepgraph.IdentityProvider.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;

import dev.prepgraph.common.Sha256;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of manifests, which are the only ones for anonymous callers here; long requests. */
@QuarkusTest
@TestProfile(TrustedDocumentsTest.Trusted.class)
class TrustedDocumentsTest {

  public static final class Trusted implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      String folder = "src/test/resources/documents/";
      return Map.of(
          "prepgraph.documents.manifest",
          folder + "apollo.json," + folder + "relay.json",
          "prepgraph.documents.trusted-only",
          "anonymous",
          "quarkus.http.cors.origins",
          ORIGIN);
    }
  }

  private static final String ORIGIN = "https://spa.example";
  private static final String GRAPHQL_JSON = "application/graphql-response+json";
  private static final String GUIDES =
      "query Guides($first: Int) { roleGuides(first: $first) { totalCount } }";
  private static final String GUIDES_ID = HexFormat.of().formatHex(Sha256.of(GUIDES));
  private static final String VIEWER_ID = "86d601e0077fc3541dc0ca01e665b21f";
  private static final String INTROSPECTION = "{ __schema { queryType { name } } }";

  /** Responses are cached once the catalogue is known. */
  @BeforeEach
  void readCatalogue() {
    getById(given(), VIEWER_ID).statusCode(200);
  }

  private static ValidatableResponse getById(RequestSpecification request, String id) {
    return request.accept(GRAPHQL_JSON).queryParam("documentId", id).get("/graphql").then();
  }

  private static ValidatableResponse post(RequestSpecification request, Object body) {
    return request
        .contentType("application/json")
        .accept(GRAPHQL_JSON)
        .body(body)
        .post("/graphql")
        .then();
  }

  private static RequestSpecification user() {
    return given().auth().oauth2(token("trusted"));
  }

  private static Map<String, Object> automatic(String hash) {
    return Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash));
  }

  private static void isUntrusted(ValidatableResponse response) {
    response
        .statusCode(403)
        .header("Cache-Control", "private, no-store")
        .body("errors[0].extensions.code", equalTo("DOCUMENT_NOT_TRUSTED"))
        .body("containsKey('data')", equalTo(false));
  }

  @Test
  void servesDocumentsOfAllManifestsById() {
    for (String id : new String[] {GUIDES_ID, "sha256:" + GUIDES_ID}) {
      getById(given(), id)
          .statusCode(200)
          .header("Cache-Control", "public, max-age=30")
          .body("data.roleGuides.totalCount", greaterThan(0));
      getById(user(), id).statusCode(200).body("data.roleGuides.totalCount", greaterThan(0));
    }
    getById(given(), VIEWER_ID).statusCode(200).body("data.catalogue.revision", greaterThan(0));
    getById(user(), VIEWER_ID).statusCode(200).body("data.viewer.displayName", notNullValue());
    String input = "{\"input\":{\"id\":\"x\",\"bookmarked\":true}}";
    getById(given().queryParam("variables", input), "save-1")
        .statusCode(405)
        .header("Allow", "POST");
    post(given(), "{\"documentId\":\"save-1\",\"variables\":" + input + "}")
        .statusCode(200)
        .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
  }

  @Test
  void servesDocumentsOfTheManifestByHashAndAsText() {
    post(given(), Map.of("extensions", automatic(GUIDES_ID))).statusCode(200);
    post(given(), Map.of("extensions", automatic("save-1"))).statusCode(400);
    post(given(), Map.of("query", GUIDES)).statusCode(200);
    post(given(), Map.of("query", GUIDES, "extensions", automatic(GUIDES_ID))).statusCode(200);
  }

  @Test
  void sharesTheCachedResponseOfTextAndId() {
    String tag = getById(given(), GUIDES_ID).extract().header("ETag");
    given()
        .accept(GRAPHQL_JSON)
        .queryParam("query", GUIDES)
        .header("If-None-Match", tag)
        .get("/graphql")
        .then()
        .statusCode(304);
  }

  @Test
  void rejectsAllOtherDocumentsOfAnonymousCallers() {
    for (String document :
        new String[] {INTROSPECTION, "{ __typename }", GUIDES + " ", "{ nothing }", "{ broken"}) {
      isUntrusted(post(given(), Map.of("query", document)));
      String hash = HexFormat.of().formatHex(Sha256.of(document));
      isUntrusted(post(given(), Map.of("query", document, "extensions", automatic(hash))));
      isUntrusted(post(given(), Map.of("extensions", automatic(hash))));
      isUntrusted(given().queryParam("query", document).get("/graphql").then());
    }
    isUntrusted(getById(given(), "unknown"));
  }

  @Test
  void executesDocumentsThatUsersRegistered() {
    String hash = HexFormat.of().formatHex(Sha256.of(INTROSPECTION));
    Map<String, Object> registration =
        Map.of("query", INTROSPECTION, "extensions", automatic(hash));
    post(user(), registration).statusCode(200).body("data.__schema", notNullValue());
    post(user(), Map.of("extensions", automatic(hash))).statusCode(200);
    isUntrusted(post(given(), Map.of("extensions", automatic(hash))));
    isUntrusted(getById(given(), "sha256:" + hash));
  }

  /** A request line of an exact length. */
  private static RawHttp.Response getLine(int length, String headers) throws IOException {
    String start = "GET /graphql?documentId=" + GUIDES_ID + "&x=";
    String end = " HTTP/1.1";
    String line = start + "x".repeat(length - start.length() - end.length()) + end;
    return RawHttp.send(
        line + "\r\nHost: a\r\nOrigin: " + ORIGIN + "\r\n" + headers + "Connection: close\r\n\r\n");
  }

  @Test
  void servesRequestLinesUpToTheirLimit() throws IOException {
    assertThat(getLine(RequestHead.MAX_LINE, "").status()).isEqualTo(200);
    for (int length : new int[] {RequestHead.MAX_LINE + 1, 2 * RequestHead.MAX_LINE}) {
      isRejectedInForm(getLine(length, ""), 414);
    }
    // The server's own limit.
    assertThat(getLine(2 * RequestHead.MAX_LINE + 1, "").status()).isEqualTo(414);
  }

  private static void isRejectedInForm(RawHttp.Response response, int status) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.body()).startsWith("{\"errors\":[{\"message\":").contains("BAD_REQUEST");
    assertThat(response.has("Access-Control-Allow-Origin: " + ORIGIN)).isTrue();
    assertThat(response.has("Cache-Control: private, no-store")).isTrue();
    assertThat(response.has("X-Content-Type-Options: nosniff")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100_000})
  void rejectsLongRequestLinesOfOtherPathsAndMethods(int body) throws IOException {
    String content = "x".repeat(body);
    String line = "POST /nothing?" + "x".repeat(RequestHead.MAX_LINE) + " HTTP/1.1\r\n";
    isRejectedInForm(
        RawHttp.send(
            line
                + "Host: a\r\nOrigin: "
                + ORIGIN
                + "\r\nContent-Length: "
                + body
                + "\r\n\r\n"
                + content),
        414);
  }

  @Test
  void rejectsLargeHeaders() throws IOException {
    String fields = "X: y\r\n".repeat(RequestHead.MAX_HEADER_COUNT - 3);
    assertThat(getLine(200, fields).status()).isEqualTo(200);
    isRejectedInForm(getLine(200, fields + "X: y\r\n"), 431);
    int others = "Host: a\r\nOrigin: \r\nConnection: close\r\nX: \r\n".length() + ORIGIN.length();
    String value = "x".repeat(RequestHead.MAX_HEADERS - others);
    assertThat(getLine(200, "X: " + value + "\r\n").status()).isEqualTo(200);
    isRejectedInForm(getLine(200, "X: x" + value + "\r\n"), 431);
    // The server's own limit.
    assertThat(getLine(200, "X: " + "x".repeat(30_000) + "\r\n").status()).isEqualTo(431);
  }
}
