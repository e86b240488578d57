package dev.prepgraph.http.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Counts GraphQL requests by the client that they name in Apollo's headers, so that operators know
 * whom a change of the schema hits. Anyone can send any name: the first ones count, the rest
 * together.
 */
@ApplicationScoped
public class ClientMetrics {

  static final int MAX_CLIENTS = 50;
  private static final Pattern NAME = Pattern.compile("[\\w.@/+ -]{1,60}");
  private static final Client UNNAMED = new Client("", "");
  private static final Client OTHER = new Client("OTHER", "OTHER");

  private record Client(String name, String version) {}

  private final MeterRegistry metrics;
  private final Map<Client, Counter> counters = new ConcurrentHashMap<>();

  ClientMetrics(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  public void count(HttpServerRequest request) {
    Client client =
        new Client(
            header(request, "apollographql-client-name"),
            header(request, "apollographql-client-version"));
    Client counted = counters.containsKey(client) || isAdmitted(client) ? client : OTHER;
    counters.computeIfAbsent(counted, this::counter).increment();
  }

  /** Two at once may both be the last one, which exceeds the bound by threads at most. */
  private boolean isAdmitted(Client client) {
    return client.equals(UNNAMED) || counters.size() < MAX_CLIENTS;
  }

  private static String header(HttpServerRequest request, String name) {
    String value = request.getHeader(name);
    if (value == null) {
      return "";
    }
    return NAME.matcher(value).matches() ? value : OTHER.name();
  }

  private Counter counter(Client client) {
    return Counter.builder("graphql.requests")
        .description("Requests by the client that they name, also those answered from the cache")
        .tags("client", client.name(), "version", client.version())
        .register(metrics);
  }
}
