package dev.prepgraph.execution;

import static dev.prepgraph.Awaiting.await;
import static dev.prepgraph.IdentityProvider.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.DeploymentFilesTest;
import dev.prepgraph.GraphQL;
import dev.prepgraph.TestNodes;
import dev.prepgraph.common.Sha256;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URL;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OperationLogTest.Observed.class)
class OperationLogTest {

  @TestHTTPResource(value = "/metrics", management = true)
  URL metrics;

  private static final PatternFormatter MESSAGE = new PatternFormatter("%m");

  /** Logs every operation as slow and exports traces. */
  public static final class Observed implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "prepgraph.graphql.slow", "0s",
          "quarkus.otel.sdk.disabled", "false",
          "quarkus.otel.exporter.otlp.enabled", "false",
          "quarkus.otel.simple", "true");
    }
  }

  /** Collects finished spans. */
  @ApplicationScoped
  static class Spans implements SpanExporter {

    static final List<SpanData> ENDED = new CopyOnWriteArrayList<>();

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      ENDED.addAll(spans);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }

    static List<SpanData> of(String traceId) {
      return ENDED.stream().filter(span -> span.getTraceId().equals(traceId)).toList();
    }
  }

  private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          ((ExtLogRecord) entry).copyMdc();
          logged.add(entry);
        }

        @Override
        public void flush() {
          // nothing is held back
        }

        @Override
        public void close() {
          // nothing is open
        }
      };

  @BeforeEach
  void listen() {
    Logger.getLogger("dev.prepgraph.execution").addHandler(handler);
  }

  @AfterEach
  void stopListening() {
    Logger.getLogger("dev.prepgraph.execution").removeHandler(handler);
  }

  private List<String> lines(String beginning) {
    return logged.stream()
        .map(entry -> MESSAGE.format((ExtLogRecord) entry))
        .filter(line -> line.startsWith(beginning))
        .toList();
  }

  private List<String> metrics(String name) {
    return given()
        .get(metrics)
        .asString()
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceFirst(" # .*", "")) // the trace that it is an example of
        .toList();
  }

  @Test
  void countsByRootFieldWhateverTheOperationName() {
    for (int i = 0; i < 30; i++) {
      GraphQL.query("query Name" + i + " { alias" + i + ": catalogue { revision } }");
    }
    GraphQL.query("{ catalogue { revision } questionTypes { name } }");
    assertThat(metrics("graphql_operations_seconds_count"))
        .contains(
            "graphql_operations_seconds_count{operation=\"catalogue\",outcome=\"OK\",type=\"query\"} 30.0",
            "graphql_operations_seconds_count{operation=\"several\",outcome=\"OK\",type=\"query\"} 1.0")
        .noneMatch(line -> line.contains("Name1") || line.contains("alias1"));
    assertThat(metrics("graphql_cost_sum"))
        .contains("graphql_cost_sum{operation=\"catalogue\",type=\"query\"} 60.0");
  }

  @Test
  void exposesTheMetricsOfTheDashboard() throws Exception {
    String query = "{ roleGuide(slug: \"backend-developer-intern\") { title } }";
    for (int i = 0; i < 2; i++) {
      given().queryParam("query", query).get("/graphql").then().statusCode(200);
    }
    assertThat(metrics("cache_gets_total"))
        .anyMatch(line -> line.contains("cache=\"responses\"") && line.contains("result=\"hit\""))
        .anyMatch(line -> line.contains("cache=\"catalogue\"") && line.contains("result=\"miss\""));
    assertThat(metrics("agroal_available_count")).isNotEmpty();
    assertThat(metrics("agroal_awaiting_count")).isNotEmpty();
    assertThat(DeploymentFilesTest.dashboardMetrics())
        .hasSizeGreaterThan(8)
        .allSatisfy(name -> assertThat(metrics(name)).isNotEmpty());
  }

  @Test
  void logsSlowOperations() {
    GraphQL.query("{ questionTypes { name } }");
    assertThat(lines("Slow operation: operation=questionTypes "))
        .singleElement()
        .asString()
        .matches(
            "Slow operation: operation=questionTypes type=query millis=[0-9]+ cost=101 outcome=OK document=[0-9a-f]{64}");
  }

  @Test
  void logsPersistedDocumentsAsThoseThatAreSent() {
    String document = "{ questionTypes { slug } }";
    String hash = HexFormat.of().formatHex(Sha256.of(document));
    for (Object body :
        List.of(
            Map.of(
                "query",
                document,
                "extensions",
                Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash))),
            Map.of("documentId", "sha256:" + hash))) {
      given()
          .auth()
          .oauth2(token("log"))
          .contentType("application/json")
          .body(body)
          .post("/graphql")
          .then()
          .statusCode(200);
    }
    assertThat(lines("Slow operation: operation=questionTypes "))
        .hasSize(2)
        .allMatch(line -> line.endsWith("document=" + hash));
  }

  @Test
  void namesTheTraceInResponseAndLog() {
    JsonPath answer =
        GraphQL.send(
            TestNodes.QUERY, Map.of("id", TestNodes.failing(new IllegalStateException("broken"))));
    String traceId = answer.getString("errors[0].extensions.traceId");
    await().until(() -> !requests(traceId).isEmpty());
    assertThat(requests(traceId))
        .singleElement()
        .satisfies(
            span ->
                assertThat(
                        span.getAttributes().get(AttributeKey.stringKey("graphql.operation.name")))
                    .isEqualTo("node"));
    assertThat(lines("Request failed, trace id " + traceId)).hasSize(1);
    assertThat(logged)
        .filteredOn(entry -> entry.getMessage().startsWith("Slow operation"))
        .last()
        .satisfies(
            entry -> assertThat(((ExtLogRecord) entry).getMdc("traceId")).isEqualTo(traceId));
  }

  private static List<SpanData> requests(String traceId) {
    return Spans.of(traceId).stream().filter(span -> span.getKind() == SpanKind.SERVER).toList();
  }

  @Test
  void hasOneSpanPerStatement() {
    GraphQL.query("{ search(text: \"database\", first: 1) { totalCount } }");
    await().until(() -> request("search").isPresent());
    SpanData request = request("search").orElseThrow();
    assertThat(Spans.of(request.getTraceId()))
        .filteredOn(span -> span.getKind() == SpanKind.CLIENT)
        .isNotEmpty()
        .allSatisfy(
            span ->
                assertThat(span.getAttributes().get(AttributeKey.stringKey("db.system")))
                    .isEqualTo("postgresql"));
  }

  private static Optional<SpanData> request(String operation) {
    return Spans.ENDED.stream()
        .filter(span -> span.getKind() == SpanKind.SERVER)
        .filter(
            span ->
                operation.equals(
                    span.getAttributes().get(AttributeKey.stringKey("graphql.operation.name"))))
        .findAny();
  }
}
