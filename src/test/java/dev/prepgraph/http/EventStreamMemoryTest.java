package dev.prepgraph.http;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventStreamMemoryTest {

  @Inject HttpMemory memory;

  @Test
  void anOpenSubscriptionReleasesItsBody() throws Exception {
    String body = "{\"query\":\"subscription { catalogueChanged { revision } }\"}";
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:%d/graphql".formatted(RestAssured.port)))
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(body + " ".repeat(200_000)))
            .build();
    var response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (var events =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String line = events.readLine();
      while (!line.startsWith("data: ")) {
        line = events.readLine();
      }
      assertThat(line).contains("\"catalogueChanged\":{\"revision\":");
      await().until(() -> memory.used() == 0);
    }
  }
}
