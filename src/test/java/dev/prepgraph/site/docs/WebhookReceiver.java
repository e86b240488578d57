package dev.prepgraph.site.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The receiver of webhooks that the documentation shows. */
final class WebhookReceiver {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Webhook webhook;
  private final Consumer<JsonNode> changed;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  WebhookReceiver(String secret, Consumer<JsonNode> changed) {
    webhook = new Webhook(secret);
    this.changed = changed;
  }

  void receive(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Headers headers = exchange.getRequestHeaders();
    try {
      webhook.verify(body, HttpHeaders.of(headers, (name, value) -> true));
      if (seen.add(headers.getFirst("webhook-id"))) {
        changed.accept(JSON.readTree(body));
      }
      exchange.sendResponseHeaders(204, -1);
    } catch (WebhookVerificationException e) {
      exchange.sendResponseHeaders(401, -1);
    }
    exchange.close();
  }
}
