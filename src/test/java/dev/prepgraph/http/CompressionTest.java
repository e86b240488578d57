package dev.prepgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.Published;
import dev.prepgraph.User;
import dev.prepgraph.common.negotiation.Codings;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static byte[] uncompressed(HttpResponse<byte[]> response, String coding)
      throws IOException {
    assertThat(header(response, "Content-Encoding")).isEqualTo(coding);
    return Codings.decode(coding, response.body());
  }

  @Test
  void sharedResponsesHaveAllForms() throws Exception {
    for (String first : List.of("identity", "gzip", "br")) { // executed; then cached
      String document = guide(first);
      get(document, Map.of("Accept-Encoding", first));
      HttpResponse<byte[]> plain = get(document, Map.of());
      for (String coding : List.of("gzip", "br", "gzip", "br")) {
        HttpResponse<byte[]> compressed = get(document, Map.of("Accept-Encoding", coding));
        assertThat(uncompressed(compressed, coding)).isEqualTo(plain.body());
        assertThat(compressed.body().length).isLessThan(plain.body().length / 2);
        assertThat(header(compressed, "Content-Length"))
            .isEqualTo(String.valueOf(compressed.body().length));
        assertThat(header(compressed, "Vary"))
            .isEqualTo(header(plain, "Vary"))
            .contains("Accept-Encoding");
        assertThat(header(compressed, "ETag"))
            .isEqualTo(header(plain, "ETag").replaceAll("\"$", "-" + coding + "\""));
      }
      assertThat(header(plain, "Content-Encoding")).isNull();
    }
  }

  @Test
  void browsersGetBrotli() throws Exception {
    HttpResponse<byte[]> response =
        get(guide("browser"), Map.of("Accept-Encoding", "gzip, deflate, br, zstd"));
    assertThat(uncompressed(response, "br")).startsWith("{\"data\":".getBytes());
    assertThat(response.headers().allValues("Content-Encoding")).containsExactly("br");
  }

  @Test
  void theClientsWeightsDecide() throws Exception {
    String document = guide("weights");
    byte[] plain = get(document, Map.of()).body();
    String gzip = "br;q=0.5, gzip;q=0.8";
    assertThat(uncompressed(get(document, Map.of("Accept-Encoding", gzip)), "gzip"))
        .isEqualTo(plain);
    String identity = "br;q=0.5, identity";
    assertThat(get(document, Map.of("Accept-Encoding", identity)).body()).isEqualTo(plain);
  }

  @Test
  void compressesIntrospection() throws Exception {
    String document = "{ __schema { types { name description } } }";
    byte[] plain = get(document, Map.of()).body();
    for (String coding : List.of("gzip", "br")) {
      HttpResponse<byte[]> response = get(document, Map.of("Accept-Encoding", coding));
      assertThat(uncompressed(response, coding)).isEqualTo(plain);
    }
  }

  /** A cache that lets the service confirm the compressed form must not send it to others. */
  @Test
  void theTagOfEachFormThatTheClientTakesIsKnown() throws Exception {
    String document = guide("tags");
    Map<String, String> tags = new HashMap<>();
    for (String coding : List.of("identity", "gzip", "br")) {
      tags.put(coding, header(get(document, Map.of("Accept-Encoding", coding)), "ETag"));
    }
    assertThat(tags.values()).doesNotHaveDuplicates();
    for (String accepted : List.of("identity", "gzip", "br", "br, gzip")) {
      for (String sent : tags.keySet()) {
        HttpResponse<byte[]> again =
            get(document, Map.of("Accept-Encoding", accepted, "If-None-Match", tags.get(sent)));
        boolean takes = accepted.contains(sent) || sent.equals("identity");
        assertThat(again.statusCode()).isEqualTo(takes ? 304 : 200);
        assertThat(header(again, "ETag")).isEqualTo(tags.get(takes ? sent : accepted));
        if (!takes && !accepted.equals("identity")) {
          uncompressed(again, accepted);
          continue;
        }
        assertThat(header(again, "Content-Encoding")).isNull();
        assertThat(header(again, "Vary")).contains("Accept-Encoding");
      }
    }
  }

  @Test
  void privateSmallAndRejectedResponsesAreNotCompressed() throws Exception {
    String token = "Bearer " + User.unknown().token();
    String all = "br, gzip";
    for (HttpResponse<byte[]> response :
        List.of(
            get(guide("private"), Map.of("Accept-Encoding", all, "Authorization", token)),
            get("{ __typename }", Map.of("Accept-Encoding", all)),
            get("{ " + "x".repeat(3_000) + " }", Map.of("Accept-Encoding", all)),
            get(guide("cost"), Map.of("Accept-Encoding", all, "Prepgraph-Cost", "true")))) {
      assertThat(header(response, "Content-Encoding")).isNull();
      assertThat(new String(response.body(), StandardCharsets.UTF_8)).startsWith("{");
    }
  }

  @Test
  void compressesAnonymousPosts() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("graphql"))
            .header("Content-Type", "application/json")
            .header("Accept-Encoding", "br")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"query\":\"{ questions(first: 20) { edges { node { prompt howToAnswer } } } }\"}"))
            .build();
    HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(new String(uncompressed(response, "br"), StandardCharsets.UTF_8))
        .startsWith("{\"data\":{\"questions\":");
  }

  @Test
  void headSaysWhatGetSends() throws Exception {
    // The first response of a service is not shared: which content it is of is not known before.
    get(guide("first"), Map.of());
    String document = guide("head");
    String path = "graphql?query=" + URLEncoder.encode(document, StandardCharsets.UTF_8);
    HttpResponse<byte[]> got = send(path, Map.of("Accept-Encoding", "br"));
    HttpRequest head =
        HttpRequest.newBuilder(service.resolve(path))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .header("Accept-Encoding", "br")
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "graphql/schema.graphql",
        "guides/" + Published.GUIDE + ".jsonld",
        "q/graphql-ui/render.js"
      })
  void compressesFiles(String path) throws Exception {
    HttpResponse<byte[]> plain = send(path, Map.of());
    String tag = header(plain, "ETag");
    assertThat(header(plain, "Vary"))
        .isEqualTo(path.startsWith("q/") ? "Accept-Encoding" : "Accept-Encoding, Origin");
    assertThat(header(plain, "Content-Encoding")).isNull();
    for (String coding : List.of("gzip", "br")) {
      HttpResponse<byte[]> compressed = send(path, Map.of("Accept-Encoding", coding));
      assertThat(uncompressed(compressed, coding)).isEqualTo(plain.body());
      assertThat(header(compressed, "Content-Type")).isEqualTo(header(plain, "Content-Type"));
      assertThat(header(compressed, "Vary")).isEqualTo(header(plain, "Vary"));
      String own = header(compressed, "ETag");
      assertThat(own).isEqualTo(tag.replaceAll("\"$", "-" + coding + "\""));
      for (String known : List.of(tag, own, "W/" + own)) {
        HttpResponse<byte[]> again =
            send(path, Map.of("Accept-Encoding", coding, "If-None-Match", known));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(header(again, "ETag")).isEqualTo(known.replace("W/", ""));
        assertThat(header(again, "Vary")).isEqualTo(header(plain, "Vary"));
      }
      assertThat(send(path, Map.of("If-None-Match", own)).statusCode()).isEqualTo(200);
    }
  }

  /** The card repeats the language and the host of the request. */
  @Test
  void whatRepeatsTheRequestIsNotCompressed() throws Exception {
    HttpResponse<byte[]> card =
        send("embed/guides/" + Published.GUIDE, Map.of("Accept-Encoding", "br, gzip"));
    assertThat(header(card, "Content-Encoding")).isNull();
    assertThat(card.body().length).isGreaterThan(1_024);
    assertThat(new String(card.body(), StandardCharsets.UTF_8)).startsWith("<!DOCTYPE html>");
  }
}
