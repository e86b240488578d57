package dev.prepgraph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends GraphQL to a packaged service. */
final class ServiceClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String CACHED =
      "{ roleGuide(slug: \"backend-developer-intern\") { title questions(first: 5) { totalCount } } }";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private ServiceClient() {}

  record Reply(int status, JsonNode body, String retryAfter) {

    boolean isOk() {
      return status == 200 && !body.has("errors");
    }

    /** Whether it is a 503 with Retry-After or, for a mutation, with an unknown outcome. */
    boolean isUnavailable() {
      boolean unknown = "UNKNOWN".equals(body.at("/errors/0/extensions/outcome").asText());
      return status == 503
          && Objects.equals(retryAfter, unknown ? null : "1")
          && "UNAVAILABLE".equals(body.at("/errors/0/extensions/code").asText());
    }
  }

  private static Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        HTTP.send(request.timeout(Awaiting.DEADLINE).build(), HttpResponse.BodyHandlers.ofString());
    return new Reply(
        response.statusCode(),
        JSON.readTree(response.body()),
        response.headers().firstValue("Retry-After").orElse(null));
  }

  static Reply get(PackagedService service, String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(service.url(path))));
  }

  /** Sends a query whose response is cached. */
  static Reply cached(PackagedService service) throws Exception {
    return get(service, "/graphql?query=" + URLEncoder.encode(CACHED, StandardCharsets.UTF_8));
  }

  static Reply post(PackagedService service, String token, String query, Map<String, ?> variables)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service.url("/graphql")))
            .header("Content-Type", "application/json")
            .header("Accept", "application/graphql-response+json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    JSON.writeValueAsString(Map.of("query", query, "variables", variables))));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request);
  }

  /** Sends a query that needs the database. */
  static Reply search(PackagedService service) throws Exception {
    return post(
        service,
        null,
        "query ($text: String!) { search(text: $text) { totalCount } }",
        Map.of("text", "database " + NUMBER.incrementAndGet()));
  }

  static List<String> questions(PackagedService service) throws Exception {
    List<String> ids = new ArrayList<>();
    post(service, null, "{ questions(first: 50) { edges { node { id } } } }", Map.of())
        .body()
        .at("/data/questions/edges")
        .forEach(edge -> ids.add(edge.at("/node/id").asText()));
    return ids;
  }
}
