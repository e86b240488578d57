package dev.prepgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.Published;
import dev.prepgraph.User;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CompressionTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  URI service;

  private static String guide(String comment) {
    return "{ roleGuide(slug: \"%s\") { title overview faqs { question answer } } } # %s"
        .formatted(Published.GUIDE, comment);
  }

  private HttpResponse<byte[]> get(String document, Map<String, String> headers)
      throws IOException, InterruptedException {
    return send("graphql?query=" + URLEncoder.encode(document, StandardCharsets.UTF_8), headers);
  }

  private HttpResponse<byte[]> send(String path, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path));
    headers.forEach(request::header);
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  private static byte[] uncompressed(HttpResponse<byte[]> response) throws IOException {
    assertThat(header(response, "Content-Encoding")).isEqualTo("gzip");
    return new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
  }

  @Test
  void sharedResponsesHaveBothForms() throws Exception {
    for (String first : List.of("identity", "gzip")) { // executed; then cached
      String document = guide(first);
      get(document, Map.of("Accept-Encoding", first));
      HttpResponse<byte[]> plain = get(document, Map.of());
      for (int i = 0; i < 2; i++) {
        HttpResponse<byte[]> compressed = get(document, Map.of("Accept-Encoding", "br, gzip"));
        assertThat(uncompressed(compressed)).isEqualTo(plain.body());
        assertThat(compressed.body().length).isLessThan(plain.body().length / 2);
        assertThat(header(compressed, "Content-Length"))
            .isEqualTo(String.valueOf(compressed.body().length));
        assertThat(header(compressed, "Vary"))
            .isEqualTo(header(plain, "Vary"))
            .contains("Accept-Encoding");
        assertThat(header(compressed, "ETag"))
            .isEqualTo(header(plain, "ETag").replaceAll("\"$", "-gzip\""));
      }
      assertThat(header(plain, "Content-Encoding")).isNull();
    }
  }

  /** A cache that lets the service confirm the compressed form must not send it to others. */
  @Test
  void theTagOfEachFormThatTheClientTakesIsKnown() throws Exception {
    String document = guide("tags");
    for (String sent : List.of("identity", "gzip")) {
      String tag = header(get(document, Map.of("Accept-Encoding", sent)), "ETag");
      for (String accepted : List.of("identity", "gzip")) {
        HttpResponse<byte[]> again =
            get(document, Map.of("Accept-Encoding", accepted, "If-None-Match", tag));
        boolean takes = accepted.equals("gzip") || sent.equals("identity");
        assertThat(again.statusCode()).isEqualTo(takes ? 304 : 200);
        assertThat(header(again, "ETag")).isEqualTo(takes ? tag : tag.replace("-gzip\"", "\""));
        assertThat(header(again, "Content-Encoding")).isNull();
        assertThat(header(again, "Vary")).contains("Accept-Encoding");
      }
    }
  }

  @Test
  void privateSmallAndRejectedResponsesAreNotCompressed() throws Exception {
    String token = "Bearer " + User.unknown().token();
    for (HttpResponse<byte[]> response :
        List.of(
            get(guide("private"), Map.of("Accept-Encoding", "gzip", "Authorization", token)),
            get("{ __typename }", Map.of("Accept-Encoding", "gzip")),
            get("{ " + "x".repeat(3_000) + " }", Map.of("Accept-Encoding", "gzip")),
            get(guide("cost"), Map.of("Accept-Encoding", "gzip", "Prepgraph-Cost", "true")))) {
      assertThat(header(response, "Content-Encoding")).isNull();
      assertThat(new String(response.body(), StandardCharsets.UTF_8)).startsWith("{");
    }
  }

  @Test
  void compressesAnonymousPosts() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("graphql"))
            .header("Content-Type", "application/json")
            .header("Accept-Encoding", "gzip")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"query\":\"{ questions(first: 20) { edges { node { prompt howToAnswer } } } }\"}"))
            .build();
    HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(new String(uncompressed(response), StandardCharsets.UTF_8))
        .startsWith("{\"data\":{\"questions\":");
  }

  @Test
  void headSaysWhatGetSends() throws Exception {
    String document = guide("head");
    String path = "graphql?query=" + URLEncoder.encode(document, StandardCharsets.UTF_8);
    HttpResponse<byte[]> got = send(path, Map.of("Accept-Encoding", "gzip"));
    HttpRequest head =
        HttpRequest.newBuilder(service.resolve(path))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .header("Accept-Encoding", "gzip")
            .build();
    HttpResponse<byte[]> response = CLIENT.send(head, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(response.body()).isEmpty();
    for (String name : List.of("ETag", "Content-Encoding", "Content-Length", "Vary")) {
      assertThat(header(response, name)).isEqualTo(header(got, name)).isNotNull();
    }
  }

  @Test
  void headOfTheSchemaHasNoBody() throws Exception {
    int length = send("graphql/schema.graphql", Map.of()).body().length; // and HTTP/2 from now on
    HttpRequest head =
        HttpRequest.newBuilder(service.resolve("graphql/schema.graphql"))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<byte[]> response = CLIENT.send(head, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(response.body()).isEmpty();
    assertThat(header(response, "Content-Length")).isEqualTo(String.valueOf(length));
  }

  @Test
  void compressesTheSchema() throws Exception {
    HttpResponse<byte[]> plain = send("graphql/schema.graphql", Map.of());
    HttpResponse<byte[]> compressed =
        send("graphql/schema.graphql", Map.of("Accept-Encoding", "gzip"));
    assertThat(uncompressed(compressed)).isEqualTo(plain.body());
    assertThat(header(plain, "Vary")).isEqualTo("Accept-Encoding, Origin");
    assertThat(header(compressed, "ETag")).startsWith("W/").isEqualTo(header(plain, "ETag"));
  }
}
