package dev.prepgraph.http.metric;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.http.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Clients cannot create time series. */
@QuarkusTest
class HttpMetricTagsTest {

  @TestHTTPResource(value = "/metrics", management = true)
  URL metrics;

  private List<String> values(String tag) {
    return Pattern.compile("http_server_requests_seconds_count\\{.*?" + tag + "=\"(.*?)\"")
        .matcher(given().get(metrics).asString())
        .results()
        .map((MatchResult series) -> series.group(1))
        .distinct()
        .toList();
  }

  private static void send(String method, String path, String headers) throws IOException {
    RawHttp.send(
        "%s %s HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n%s\r\n"
            .formatted(method, path, headers));
  }

  @Test
  void haveOneValueForUnknownMethodsAndPaths() throws IOException {
    String query = "?query=%7B__typename%7D";
    for (int i = 0; i < 20; i++) {
      String name = UUID.randomUUID().toString();
      for (String path :
          List.of("/graphql", "/graphql" + query, "/calendar/x.ics", "/", "/" + name)) {
        send("X" + name, path, "");
        send("GET", path, "");
        send("OPTIONS", path, "Origin: http://x\r\nAccess-Control-Request-Method: POST\r\n");
      }
      send("POST", "/account/" + name, "Authorization: Bearer x\r\n");
      send("GET", "/account/export/" + name, "");
      send("GET", "/calendar/" + name + ".ics", "");
      send("GET", "/q/" + name, "");
      send("GET", "/guides/" + name + ".jsonld", "");
      send("GET", "/embed/guides/" + name, "");
      send("GET", "/oembed?url=" + name, "");
      send("GET", "/partners/" + name + "/sitemap.xml", "");
      send("GET", "/partners/" + name + "/sitemap-1.xml", "");
      send("GET", "/" + "/".repeat(i) + "graphql" + query, "");
    }
    for (int letter = 0; letter < 7; letter++) {
      String escaped =
          "graphql".substring(0, letter) + "%%%02x".formatted((int) "graphql".charAt(letter));
      send("GET", "/" + escaped + "graphql".substring(letter + 1) + query, "");
    }
    assertThat(values("method"))
        .contains("GET", "OTHER")
        .isSubsetOf(
            "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "OTHER",
            "UNKNOWN");
    assertThat(values("uri"))
        .contains("/graphql", "/calendar/{secret}.ics", "OTHER")
        .isSubsetOf(
            "/graphql",
            "/calendar/{secret}.ics",
            "/graphql/schema.graphql",
            "/account/export",
            "/account/import",
            "/account/export.schema.json",
            "/guides/{slug}.jsonld",
            "/embed/guides/{slug}",
            "/oembed",
            "/partners/{partner}/sitemap.xml",
            "/partners/{partner}/sitemap-{part}.xml",
            "/cors-preflight",
            "root",
            "NOT_FOUND",
            "REDIRECTION",
            "UNKNOWN",
            "OTHER");
  }

  @Test
  void areNotPublic() {
    for (String path : List.of("/q/metrics", "/q/health", "/q/health/ready", "/q/health/live")) {
      given().get(path).then().statusCode(404);
    }
    given().get(metrics).then().statusCode(200).header("X-Content-Type-Options", "nosniff");
  }
}
