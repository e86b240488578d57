package dev.prepgraph;

import static dev.prepgraph.ServiceClient.cached;
import static dev.prepgraph.ServiceClient.search;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.ServiceClient.Reply;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many half-sent bodies, in a small heap. */
class SlowClientsIT {

  private static final int CLIENTS = 700;
  private static final int ANNOUNCED = 262_000;
  private static final int SENT = 250_000;

  private static TestDatabase database;
  private static PackagedService service;

  @BeforeAll
  static void start() throws Exception {
    database = new TestDatabase();
    String pack = Path.of("src", "main", "resources", "content").toString();
    assertThat(PackagedService.run(database.settings(), "import", pack, "--publish").code())
        .isZero();
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("JAVA_TOOL_OPTIONS", "-Xmx256m");
    service = PackagedService.start(settings);
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
    database.close();
  }

  private static void assertServed() throws Exception {
    assertThat(cached(service)).matches(Reply::isOk);
    assertThat(search(service)).matches(Reply::isOk);
    assertThat(service.process().isAlive()).isTrue();
  }

  @Test
  void servesOthersBesideHalfSentBodies() throws Exception {
    int port = URI.create(service.url("/")).getPort();
    for (String path : List.of("/graphql", "/account/import", "/nothing")) {
      List<SlowClient> slow = new ArrayList<>();
      try {
        for (int i = 0; i < CLIENTS; i++) {
          slow.add(new SlowClient(port).announce(path, ANNOUNCED, SENT));
          if (i % 50 == 0) {
            assertServed();
          }
        }
        assertServed();
      } finally {
        for (SlowClient client : slow) {
          client.close();
        }
      }
      assertServed();
    }
  }

  @Test
  void servesOthersBesideHalfSentStreams() throws Exception {
    URI url = URI.create(service.url("/graphql"));
    Vertx vertx = Vertx.vertx();
    try {
      var options =
          new HttpClientOptions()
              .setProtocolVersion(HttpVersion.HTTP_2)
              .setHttp2ClearTextUpgrade(false)
              .setHttp2MaxPoolSize(CLIENTS / 100);
      var client = vertx.createHttpClient(options);
      for (int i = 0; i < CLIENTS; i++) {
        client
            .request(HttpMethod.POST, url.getPort(), url.getHost(), url.getPath())
            .onSuccess(
                request ->
                    request
                        .putHeader("content-type", "application/json")
                        .putHeader("content-length", String.valueOf(ANNOUNCED))
                        .write(Buffer.buffer("x".repeat(SENT))));
        if (i % 50 == 0) {
          assertServed();
        }
      }
      assertServed();
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    }
    assertServed();
  }
}
