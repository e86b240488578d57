package dev.prepgraph.http;

import static dev.prepgraph.IdentityProvider.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.prepgraph.common.Sha256;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Automatic persisted queries of Apollo, {@code documentId} and batches. */
@QuarkusTest
class PersistedDocumentsTest {

  private static final String GRAPHQL_JSON = "application/graphql-response+json";
  private static final String NOT_FOUND = "PersistedQueryNotFound";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Inject MeterRegistry metrics;

  /** A document that no test has registered or cached. */
  private static String fresh() {
    return "query ($first: Int) { questions(first: $first) { totalCount } } #apq"
        + NUMBER.incrementAndGet();
  }

  private static String hash(String document) {
    return HexFormat.of().formatHex(Sha256.of(document));
  }

  private static String extensions(String hash) {
    return "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}";
  }

  private static Map<String, Object> automatic(String document, Object version, Object hash) {
    Map<String, Object> persisted = new HashMap<>();
    persisted.put("version", version);
    persisted.put("sha256Hash", hash);
    Map<String, Object> body = new HashMap<>();
    body.put("query", document);
    body.put("extensions", Map.of("persistedQuery", persisted));
    return body;
  }

  private static ValidatableResponse post(Object body) {
    return post(given(), body);
  }

  private static ValidatableResponse post(RequestSpecification request, Object body) {
    return request
        .contentType("application/json")
        .accept(GRAPHQL_JSON)
        .body(body)
        .post("/graphql")
        .then();
  }

  private static ValidatableResponse getByHash(String hash) {
    return given()
        .accept(GRAPHQL_JSON)
        .queryParam("variables", "{\"first\":2}")
        .queryParam("extensions", extensions(hash))
        .get("/graphql")
        .then();
  }

  private static ValidatableResponse getById(String id) {
    return given()
        .accept(GRAPHQL_JSON)
        .queryParam("documentId", id)
        .queryParam("variables", "{\"first\":2}")
        .get("/graphql")
        .then();
  }

  private static void isRejected(
      ValidatableResponse response, int status, String code, String message) {
    response
        .statusCode(status)
        .header("Cache-Control", "private, no-store")
        .header("ETag", nullValue())
        .body("errors.size()", equalTo(1))
        .body("errors[0].message", equalTo(message))
        .body("errors[0].extensions.code", equalTo(code))
        .body("containsKey('data')", equalTo(false));
  }

  private static void isServed(ValidatableResponse response) {
    response.statusCode(200).body("data.questions.totalCount", notNullValue());
  }

  @Test
  void registersAQueryThatAClientSendsAfterAMiss() {
    String document = fresh();
    String hash = hash(document);
    isRejected(getByHash(hash), 200, "PERSISTED_QUERY_NOT_FOUND", NOT_FOUND);
    for (String missing : new String[] {null, "", " "}) {
      isRejected(post(automatic(missing, 1, hash)), 200, "PERSISTED_QUERY_NOT_FOUND", NOT_FOUND);
    }
    isServed(post(automatic(document, 1, hash)));
    getByHash(hash)
        .statusCode(200)
        .header("Cache-Control", "public, max-age=30")
        .header("ETag", notNullValue())
        .body("data.questions.totalCount", notNullValue());
    isServed(post(automatic(null, 1, hash)));
    isServed(getById("sha256:" + hash));
    isServed(post(Map.of("documentId", "sha256:" + hash, "variables", Map.of("first", 2))));
  }

  @Test
  void registersAQueryWhoseResponseIsCached() {
    String document = fresh();
    isServed(post(Map.of("query", document)));
    isServed(post(automatic(document, 1, hash(document))));
    isServed(getByHash(hash(document)));
  }

  @Test
  void registersTheQueryOfAUser() {
    String document = fresh();
    isServed(post(given().auth().oauth2(token("apq")), automatic(document, 1, hash(document))));
    isServed(getByHash(hash(document)));
  }

  @Test
  void sharesCachedResponsesBetweenAllForms() {
    String document = fresh();
    post(automatic(document, 1, hash(document)));
    String tag = getByHash(hash(document)).extract().header("ETag");
    double before = hits();
    getById("sha256:" + hash(document)).header("ETag", equalTo(tag));
    given()
        .accept(GRAPHQL_JSON)
        .queryParam("query", document)
        .queryParam("variables", "{\"first\":2}")
        .get("/graphql")
        .then()
        .header("ETag", equalTo(tag));
    isServed(post(Map.of("query", document, "variables", Map.of("first", 2))));
    assertThat(hits() - before).isEqualTo(3);
    given()
        .accept(GRAPHQL_JSON)
        .queryParam("documentId", "sha256:" + hash(document))
        .queryParam("variables", "{\"first\":2}")
        .header("If-None-Match", tag)
        .get("/graphql")
        .then()
        .statusCode(304);
  }

  private double hits() {
    return metrics.get("cache.gets").tags("cache", "responses", "result", "hit").counter().count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ nothing } #",
        "{ broken #",
        "query A { __typename } query B { __typename } #",
        "query ($n: Int!) { questions(first: $n) { totalCount } } #"
      })
  void registersNoInvalidDocument(String text) {
    String document = text + NUMBER.incrementAndGet();
    post(automatic(document, 1, hash(document))).body("errors", notNullValue());
    isRejected(getByHash(hash(document)), 200, "PERSISTED_QUERY_NOT_FOUND", NOT_FOUND);
  }

  @Test
  void rejectsADocumentWithTheHashOfAnother() {
    String document = fresh();
    String hash = hash(document);
    for (String other :
        List.of(
            hash.toUpperCase(Locale.ROOT), hash.substring(1), hash + "0", "", hash(document + 1))) {
      isRejected(
          post(automatic(document, 1, other)),
          400,
          "BAD_REQUEST",
          "provided sha does not match query");
      isRejected(getByHash(other), 200, "PERSISTED_QUERY_NOT_FOUND", NOT_FOUND);
    }
    isRejected(getByHash(hash), 200, "PERSISTED_QUERY_NOT_FOUND", NOT_FOUND);
  }

  @Test
  void supportsVersionOneOnly() {
    String document = fresh();
    for (Object version : new Object[] {0, 2, 1.0, "1", null, true}) {
      for (String query : new String[] {null, document}) {
        isRejected(
            post(automatic(query, version, hash(document))),
            200,
            "PERSISTED_QUERY_NOT_SUPPORTED",
            "PersistedQueryNotSupported");
      }
    }
    isRejected(
        given()
            .queryParam("extensions", "{\"persistedQuery\":{\"sha256Hash\":\"a\"}}")
            .get("/graphql")
            .then(),
        200,
        "PERSISTED_QUERY_NOT_SUPPORTED",
        "PersistedQueryNotSupported");
  }

  @Test
  void rejectsMalformedExtensions() {
    for (Object hash : new Object[] {null, 1, List.of()}) {
      post(automatic(null, 1, hash))
          .statusCode(400)
          .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }
    for (Object persisted : new Object[] {1, "x", List.of()}) {
      post(Map.of("query", fresh(), "extensions", Map.of("persistedQuery", persisted)))
          .statusCode(400)
          .body("errors[0].message", equalTo("extensions.persistedQuery must be a JSON object"));
    }
  }

  @Test
  void rejectsUnknownAndMalformedIds() {
    String unknown = "documentId is unknown; send the document as query";
    for (String id : List.of("unknown", "..%2F..%2Fetc", "sha256", "0".repeat(32), "")) {
      isRejected(getById(id), 400, "DOCUMENT_NOT_FOUND", unknown);
    }
    String hash = hash(fresh());
    isRejected(getById("sha256:" + hash), 400, "DOCUMENT_NOT_FOUND", unknown);
    String malformed =
        "documentId must be sha256: and 64 lowercase hexadecimal digits, or an id of the manifest";
    for (String id :
        List.of(
            "sha256:",
            "sha256:" + hash.toUpperCase(Locale.ROOT),
            "sha256:" + hash.substring(1),
            "sha256:" + hash + "0",
            "SHA256:" + hash,
            "md5:" + hash,
            "x-own:1",
            ":")) {
      isRejected(getById(id), 400, "BAD_REQUEST", malformed);
    }
    post(Map.of("documentId", 1)).statusCode(400);
  }

  @Test
  void rejectsADocumentThatIsSentAndNamed() {
    String document = fresh();
    String id = "sha256:" + hash(document);
    isRejected(
        post(Map.of("query", document, "documentId", id)),
        400,
        "BAD_REQUEST",
        "Send query or documentId, not both");
    Map<String, Object> both = automatic(null, 1, hash(document));
    both.put("documentId", id);
    isRejected(
        post(both), 400, "BAD_REQUEST", "Send documentId or extensions.persistedQuery, not both");
  }

  @Test
  void executesNoMutationByGet() {
    String document =
        "mutation { deleteMyAccount(input: {confirm: false}) { deletedId } } #"
            + NUMBER.incrementAndGet();
    String hash = hash(document);
    given()
        .queryParam("query", document)
        .queryParam("extensions", extensions(hash))
        .get("/graphql")
        .then()
        .statusCode(405);
    isRejected(getByHash(hash), 200, "PERSISTED_QUERY_NOT_FOUND", NOT_FOUND);
    post(automatic(document, 1, hash));
    getByHash(hash).statusCode(405).header("Allow", "POST");
    getById("sha256:" + hash).statusCode(405).header("Allow", "POST");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "10, 10", "100, 100", "101, 1"})
  void rejectsBatchesInTheirForm(int size, int entries) {
    List<Object> batch = Collections.nCopies(size, Map.of("query", "{ __typename }"));
    for (String accept : List.of(GRAPHQL_JSON, "application/json")) {
      given()
          .contentType("application/json")
          .accept(accept)
          .body(batch)
          .post("/graphql")
          .then()
          // Apollo's link reads the errors of plain JSON with this status only.
          .statusCode(accept.equals(GRAPHQL_JSON) ? 400 : 200)
          .header("Cache-Control", "private, no-store")
          .body("size()", equalTo(entries))
          .body("collect { it.errors.size() }.unique()", equalTo(List.of(1)))
          .body(
              "collect { it.errors[0].extensions.code }.unique()",
              equalTo(List.of("BATCHING_NOT_SUPPORTED")));
    }
  }
}
