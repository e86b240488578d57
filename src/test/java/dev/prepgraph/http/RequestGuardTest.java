package dev.prepgraph.http;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.SlowClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ImpatientProfile.class)
class RequestGuardTest {

  private static final long MEMORY = 4 << 20;
  private static final int ANNOUNCED = 262_000;
  private static final int SENT = 250_000;

  @Inject HttpMemory memory;
  @Inject Vertx vertx;

  @TestHTTPResource("/")
  URL url;

  private SlowClient client() throws Exception {
    return new SlowClient(url.getPort());
  }

  private void awaitRelease() {
    await().until(() -> memory.used() == 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/graphql", "/account/import", "/calendar/x.ics", "/q/health", "/nothing"})
  void boundsTheMemoryOfIncompleteBodies(String path) throws Exception {
    List<SlowClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < 40; i++) {
        clients.add(client().announce(path, ANNOUNCED, SENT));
        assertThat(memory.used()).isLessThanOrEqualTo(MEMORY);
        if (i % 10 == 9) {
          assertThat(GraphQL.query("{ catalogue { revision } }").getInt("catalogue.revision"))
              .isPositive();
        }
      }
    } finally {
      for (SlowClient client : clients) {
        client.close();
      }
    }
    awaitRelease();
  }

  @Test
  void evictsTheBodyThatHasWaitedLongest() throws Exception {
    try (SlowClient oldest = client().announce("/graphql", ANNOUNCED, SENT)) {
      List<SlowClient> others = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        others.add(client().announce("/graphql", ANNOUNCED, SENT));
      }
      assertThat(oldest.head())
          .startsWith("HTTP/1.1 503 ")
          .containsIgnoringCase("retry-after: 1\r\n");
      for (SlowClient other : others) {
        other.close();
      }
    }
    awaitRelease();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/graphql", "/calendar/x.ics", "/q/health", "/nothing", "/account/export"})
  void rejectsALargeBodyBeforeItIsRead(String path) throws Exception {
    try (SlowClient client = client().announce(path, 300_000, 0)) {
      assertThat(client.head()).startsWith("HTTP/1.1 413 ");
    }
    awaitRelease();
  }

  @Test
  void countsAChunkedBodyAsItArrives() throws Exception {
    try (SlowClient client = client()) {
      client.send(
          "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n");
      for (int i = 0; i < 5; i++) {
        client.send("10000\r\n" + "x".repeat(0x10000) + "\r\n");
      }
      assertThat(client.head()).startsWith("HTTP/1.1 413 ");
    }
    awaitRelease();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/graphql", "/calendar/x.ics", "/q/health", "/nothing"})
  void disconnectsClientsWhoseBodyDoesNotArrive(String path) throws Exception {
    try (SlowClient client = client().announce(path, 100, 10)) {
      String answer = client.rest();
      if (path.equals("/graphql")) {
        assertThat(answer)
            .startsWith("HTTP/1.1 408 ")
            .contains("\"message\":\"The body did not arrive in time\"");
      } else {
        assertThat(answer).startsWith("HTTP/1.1 ");
      }
    }
    awaitRelease();
  }

  @Test
  void boundsTheStreamsOfOneConnection() throws Exception {
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize(1)
                .setHttp2MultiplexingLimit(700));
    var opened = new AtomicInteger();
    var streams = new CompletableFuture<Long>();
    try {
      for (int i = 0; i < 700; i++) {
        client
            .request(HttpMethod.POST, url.getPort(), "localhost", "/graphql")
            .onSuccess(request -> sendHalf(request, opened, streams));
      }
      assertThat(streams.get(1, TimeUnit.MINUTES)).isEqualTo(100);
      await().until(() -> opened.get() >= 100);
      assertThat(memory.used()).isLessThanOrEqualTo(MEMORY);
      assertThat(GraphQL.query("{ catalogue { revision } }").getInt("catalogue.revision"))
          .isPositive();
    } finally {
      client.close();
    }
    awaitRelease();
  }

  private static void sendHalf(
      HttpClientRequest request, AtomicInteger opened, CompletableFuture<Long> streams) {
    opened.incrementAndGet();
    streams.complete(request.connection().remoteSettings().getMaxConcurrentStreams());
    request
        .putHeader("content-type", "application/json")
        .putHeader("content-length", String.valueOf(ANNOUNCED))
        .write(Buffer.buffer("x".repeat(SENT)));
  }
}
