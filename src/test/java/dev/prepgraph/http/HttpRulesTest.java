package dev.prepgraph.http;

import static dev.prepgraph.IdentityProvider.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.prepgraph.GraphQL;
import dev.prepgraph.LogLines;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rejections and headers that hold on every path. */
@QuarkusTest
class HttpRulesTest {

  private static final String QUERY = "/graphql?query=%7B__typename%7D";
  private static final String BODY = "{\"query\":\"{__typename}\"}";
  private static final String CHUNKS = "18\r\n" + BODY + "\r\n0\r\n\r\n";
  private static final String LENGTH = "Content-Length: 24\r\n";

  private static RawHttp.Response get(String path, String headers) throws IOException {
    return RawHttp.send("GET " + path + " HTTP/1.1\r\n" + headers + "\r\n");
  }

  private static String post(String headers, String body) {
    return "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        + headers
        + "\r\n"
        + body;
  }

  private static void isRejected(RawHttp.Response response, int status) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.body()).contains("\"code\":\"BAD_REQUEST\"");
    assertThat(response.has("X-Content-Type-Options: nosniff")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Host: \r\n",
        "Host: a\r\nHost: a\r\n",
        "Host: a b\r\n",
        "Host: a/b\r\n",
        "Host: u@a\r\n",
        "Host: a:99999\r\n",
        "Host: a:x\r\n",
        "Host: :80\r\n",
        "Host: [zz]\r\n",
        "Host: a,b c\r\n",
        "Host: %zz\r\n",
        "Host: \u00e4\r\n"
      })
  void rejectsRequestsWithoutExactlyOneHost(String headers) throws IOException {
    for (String path : List.of(QUERY, "/account/export", "/nothing")) {
      isRejected(get(path, headers), 400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a:80", "a:", "127.0.0.1:1", "[::1]", "[::1]:8080", "A-b.c_d"})
  void servesAnyHost(String host) throws IOException {
    assertThat(get(QUERY, "Host: " + host + "\r\n").status()).isEqualTo(200);
  }

  @Test
  void servesHttp10WithoutAHost() throws IOException {
    assertThat(RawHttp.send("GET " + QUERY + " HTTP/1.0\r\n\r\n").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "gzip, chunked", "identity", "xchunked", "chunked, chunked", "x"})
  void rejectsUnknownTransferCodings(String coding) throws IOException {
    String header = "Transfer-Encoding: " + coding + "\r\n";
    isRejected(RawHttp.send(post(header, CHUNKS)), 400);
  }

  @Test
  void rejectsBodiesOfAmbiguousLength() throws IOException {
    String chunked = "Transfer-Encoding: chunked\r\n";
    assertThat(RawHttp.send(post(chunked, CHUNKS)).status()).isEqualTo(200);
    for (String headers :
        List.of(
            chunked + LENGTH,
            LENGTH + chunked,
            "Transfer-Encoding: chunked, gzip\r\n",
            "Transfer-Encoding: gzip\r\n" + LENGTH,
            LENGTH + "Content-Length: 5\r\n",
            "Content-Length: x\r\n",
            "Content-Length: -1\r\n")) {
      assertThat(RawHttp.send(post(headers, CHUNKS)).status()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "deflate", "identity, gzip", "GZIP", "x"})
  void rejectsEncodedBodiesWithAcceptEncoding(String coding) {
    for (String path : List.of("/graphql", "/account/import")) {
      given()
          .auth()
          .oauth2(token("encoded"))
          .contentType("application/json")
          .header("Content-Encoding", coding)
          .body(BODY)
          .post(path)
          .then()
          .statusCode(415)
          .header("Accept-Encoding", "identity")
          .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }
    given()
        .contentType("application/json")
        .header("Content-Encoding", "identity")
        .body(BODY)
        .post("/graphql")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%ff", "%c0%80", "%e2%82", "%ed%a0%80", "%f5%80%80%80", "%80"})
  void rejectsAddressesThatAreNotUtf8(String bytes) throws IOException {
    for (String path : addresses(bytes)) {
      isRejected(get(path, "Host: a\r\n"), 400);
    }
  }

  private static List<String> addresses(String bytes) {
    String variables = "&variables=%7B%22a%22:%22" + bytes + "%22%7D";
    return List.of(QUERY + bytes, QUERY + variables, "/calendar/" + bytes, "/" + bytes);
  }

  /** The framework does it, before any route. */
  @ParameterizedTest
  @ValueSource(strings = {"%zz", "%7", "%", "%+1", "\u00e4"})
  void rejectsMalformedRequestTargets(String bytes) throws IOException {
    for (String path : addresses(bytes)) {
      assertThat(get(path, "Host: a\r\n").status()).isEqualTo(400);
    }
  }

  @Test
  void readsUtf8InAddresses() throws IOException {
    assertThat(get(QUERY + "%23%C3%A4%F0%9F%98%80", "Host: a\r\n").status()).isEqualTo(200);
  }

  @Test
  void acceptsAByteOrderMarkEverywhere() {
    given()
        .contentType("application/json")
        .body("\uFEFF" + BODY)
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("data.__typename", equalTo("Query"));
    given()
        .queryParam("query", "{ __typename }")
        .queryParam("variables", "\uFEFF{}")
        .queryParam("extensions", "\uFEFF{}")
        .get("/graphql")
        .then()
        .statusCode(200);
    String export = given().auth().oauth2(token("mark")).get("/account/export").asString();
    given()
        .auth()
        .oauth2(token("mark"))
        .contentType("application/json")
        .body("\uFEFF" + export)
        .post("/account/import")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/graphql",
        QUERY,
        "/account/export",
        "/account/export.schema.json",
        "/calendar/x.ics",
        "/nothing",
        "/",
        "/%00"
      })
  void setsSecurityHeaders(String path) throws IOException {
    for (String method : List.of("GET", "POST", "DELETE", "INVENTED")) {
      RawHttp.Response response =
          RawHttp.send(method + " " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
      assertThat(response.head())
          .containsOnlyOnce("X-Content-Type-Options: nosniff")
          .containsOnlyOnce("Referrer-Policy: no-referrer")
          .containsOnlyOnce("X-Frame-Options: DENY")
          .containsOnlyOnce("Cross-Origin-Resource-Policy: same-origin")
          // The root page has a policy of its own.
          .containsOnlyOnce("Content-Security-Policy: default-src 'none'; ")
          .containsOnlyOnce("frame-ancestors 'none'");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{",
        "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST /account/import HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{",
        "GET /graphql?query=%7B__type",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nno frame of HTTP/2 at all",
        "\u0016\u0003\u0001 no TLS here\r\n\r\n"
      })
  void logsNothingAboutDisconnectedClients(String beginning) throws IOException {
    List<LogRecord> loud = new CopyOnWriteArrayList<>();
    var handler = new LogLines(Level.WARNING, loud::add);
    Logger.getLogger("").addHandler(handler);
    try {
      for (boolean reset : new boolean[] {true, false}) {
        try (Socket socket = RawHttp.open(beginning)) {
          GraphQL.query("{ __typename }"); // until the server has read
          socket.setSoLinger(reset, 0);
        }
        GraphQL.query("{ __typename }");
      }
    } finally {
      Logger.getLogger("").removeHandler(handler);
    }
    assertThat(loud).extracting(line -> line.getLoggerName() + " " + line.getMessage()).isEmpty();
  }
}
