package dev.prepgraph.site.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DeliveryTest shows that the service signs so that this library verifies it. */
class WebhookReceiverTest {

  private static final String SECRET = "whsec_QSBzZWNyZXQgZm9yIHRlc3RzIG9ubHksIDMyIGJ5dGVz";
  private static final String BODY = "{\"type\": \"GUIDE_CHANGED\"}";

  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", new WebhookReceiver(SECRET, events::add)::receive);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private int send(String id, String body) throws Exception {
    long now = Instant.now().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"))
            .header("webhook-id", id)
            .header("webhook-timestamp", String.valueOf(now))
            .header("webhook-signature", signature(id, now))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static String signature(String id, long time) throws WebhookSigningException {
    return new Webhook(SECRET).sign(id, time, BODY);
  }

  @Test
  void receivesEachEventOnce() throws Exception {
    assertThat(send("one", BODY)).isEqualTo(204);
    assertThat(send("one", BODY)).isEqualTo(204);
    assertThat(send("two", BODY)).isEqualTo(204);
    assertThat(events)
        .extracting(event -> event.get("type").asText())
        .hasSize(2)
        .containsOnly("GUIDE_CHANGED");
  }

  @Test
  void rejectsWhatIsNotSigned() throws Exception {
    assertThat(send("one", BODY + " ")).isEqualTo(401);
    assertThat(events).isEmpty();
  }
}
