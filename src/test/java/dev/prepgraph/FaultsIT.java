package dev.prepgraph;

import static dev.prepgraph.Awaiting.await;
import static dev.prepgraph.Load.run;
import static dev.prepgraph.Load.underLoad;
import static dev.prepgraph.ServiceClient.cached;
import static dev.prepgraph.ServiceClient.get;
import static dev.prepgraph.ServiceClient.post;
import static dev.prepgraph.ServiceClient.search;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.ServiceClient.Reply;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The packaged service while its dependencies fail; src/faults/recovery measures how fast it
 * recovers.
 */
@ResourceLock(IdentityProvider.LOCK)
class FaultsIT {

  /** Blocks reads of the catalogue. */
  private static final String LOCK =
      """
      do $$ begin
        execute (select 'lock table ' || string_agg(format('%I.%I', schemaname, tablename), ', ') || ' in access exclusive mode'
          from pg_tables where schemaname = 'catalogue');
      end $$
      """;

  private static TestDatabase database;

  @BeforeAll
  static void startDatabase() throws Exception {
    database = new TestDatabase();
    assertThat(
            PackagedService.run(
                    database.settings(),
                    "import",
                    Path.of("src", "main", "resources", "content").toString(),
                    "--publish")
                .code())
        .isZero();
    IdentityProvider.up();
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    IdentityProvider.down();
    database.close();
  }

  private static PackagedService start(Map<String, String> more) throws IOException {
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", IdentityProvider.url());
    settings.put("QUARKUS_OIDC_TOKEN_ISSUER", IdentityProvider.url());
    settings.put("QUARKUS_OIDC_TOKEN_AUDIENCE", IdentityProvider.AUDIENCE);
    // As by default.
    settings.put("PREPGRAPH_LIMITS_TIME", "10S");
    settings.put("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "1S");
    settings.putAll(more);
    PackagedService service = PackagedService.start(settings);
    await().until(() -> search(service).isOk());
    return service;
  }

  /** A setting, for requests that wait as long as the test lets them. */
  private static Map<String, String> with(String name, String value) {
    String url = database.settings().get("QUARKUS_DATASOURCE_JDBC_URL");
    return Map.of(
        name,
        value,
        "PREPGRAPH_LIMITS_TIME",
        "10M",
        "QUARKUS_DATASOURCE_JDBC_URL",
        url + "?socketTimeout=600");
  }

  @Test
  void losesNoAcknowledgedWriteWhenTheDatabaseCrashes() throws Exception {
    try (PackagedService service = start(Map.of())) {
      underLoad(
          service,
          () -> {
            database.crash();
            try {
              await().until(() -> get(service, "/q/health/ready").status() == 503);
              assertThat(get(service, "/q/health/live").status()).isEqualTo(200);
              assertThat(health(service)).isEqualTo(1);
            } finally {
              database.restart();
            }
          });
      await().until(() -> get(service, "/q/health/ready").status() == 200);
      await().until(() -> health(service) == 0);
    }
  }

  /** The result of the images' health check. */
  private static int health(PackagedService service) throws Exception {
    String port = Integer.toString(URI.create(service.url("/q/health")).getPort());
    return PackagedService.run(Map.of("QUARKUS_MANAGEMENT_PORT", port), "health").code();
  }

  @Test
  void survivesTheEndOfAllConnections() throws Exception {
    try (PackagedService service = start(Map.of())) {
      underLoad(
          service,
          () ->
              database.execute(
                  "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'prepgraph'"));
    }
  }

  @Test
  void servesCachedResponsesWhileTheDatabaseHangs() throws Exception {
    try (PackagedService service = start(Map.of())) {
      assertThat(cached(service)).matches(Reply::isOk);
      List<Reply> replies = new CopyOnWriteArrayList<>();
      ExecutorService clients = Executors.newFixedThreadPool(50);
      database.freeze();
      try {
        for (int i = 0; i < 50; i++) {
          run(clients, () -> replies.add(search(service)));
        }
        await()
            .until(
                () -> {
                  assertThat(cached(service)).matches(Reply::isOk);
                  return replies.size() == 50;
                });
        assertThat(replies).allMatch(Reply::isUnavailable);
        assertThat(get(service, "/q/health/live").status()).isEqualTo(200);
        assertThat(get(service, "/q/health/ready").status()).isEqualTo(503);
      } finally {
        clients.shutdown();
        database.thaw();
      }
      await().until(() -> search(service).isOk());
      await().until(() -> get(service, "/q/health/ready").status() == 200);
    }
  }

  @Test
  void rejectsRequestsWhenThePoolIsExhausted() throws Exception {
    try (PackagedService service = start(with("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "2"))) {
      assertThat(search(service)).matches(Reply::isOk);
      List<Reply> replies = new CopyOnWriteArrayList<>();
      ExecutorService clients = Executors.newFixedThreadPool(100);
      // With the tables locked, no connection is returned.
      try (Connection lock = database.connect();
          var statement = lock.createStatement()) {
        lock.setAutoCommit(false);
        statement.execute(LOCK);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
          running.add(run(clients, () -> replies.add(search(service))));
        }
        // All but those that have the connections, of which one watches for publications.
        await().until(() -> replies.size() >= 98);
        assertThat(replies).allMatch(Reply::isUnavailable);
        lock.rollback();
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new))
            .get(Awaiting.DEADLINE.toSeconds(), TimeUnit.SECONDS);
      } finally {
        clients.shutdown();
      }
      assertThat(replies).hasSize(100).last().matches(Reply::isOk);
      for (int i = 0; i < 20; i++) {
        assertThat(search(service)).matches(Reply::isOk);
      }
    }
  }

  @Test
  void needsTheProviderOnlyForTokens() throws Exception {
    String token = IdentityProvider.token("early");
    IdentityProvider.down();
    try (PackagedService service = start(Map.of())) {
      String query = "{ viewer { id } }";
      assertThat(search(service)).matches(Reply::isOk);
      assertThat(get(service, "/q/health/ready").status()).isEqualTo(200);
      assertThat(post(service, token, query, Map.of())).matches(Reply::isUnavailable);
      IdentityProvider.up();
      await().until(() -> post(service, token, query, Map.of()).isOk());
      IdentityProvider.down();
      assertThat(post(service, token, query, Map.of())).matches(Reply::isOk);
      assertThat(search(service)).matches(Reply::isOk);
    } finally {
      IdentityProvider.down();
      IdentityProvider.up();
    }
  }

  @Test
  void finishesRunningRequestsAtShutdown() throws Exception {
    try (PackagedService service = start(with("QUARKUS_SHUTDOWN_TIMEOUT", "10M"));
        Connection lock = database.connect();
        var statement = lock.createStatement()) {
      assertThat(search(service)).matches(Reply::isOk);
      lock.setAutoCommit(false);
      statement.execute(LOCK);
      ExecutorService clients = Executors.newFixedThreadPool(1);
      List<Reply> replies = new CopyOnWriteArrayList<>();
      CompletableFuture<Void> begun = run(clients, () -> replies.add(search(service)));
      await().until(() -> waitingSearches() == 1);
      service.process().toHandle().destroy();
      await().until(() -> get(service, "/q/health/ready").status() == 503);
      assertThat(service.process().isAlive()).isTrue();
      lock.rollback();
      begun.get(Awaiting.DEADLINE.toSeconds(), TimeUnit.SECONDS);
      clients.shutdown();
      assertThat(replies).singleElement().matches(Reply::isOk);
      assertThat(service.process().waitFor(Awaiting.DEADLINE.toSeconds(), TimeUnit.SECONDS))
          .isTrue();
    }
  }

  /** Neither for one that its client has closed nor for one that the service closes. */
  @Test
  void waitsForNoWebSocketAtShutdown() throws Exception {
    try (PackagedService service = start(with("QUARKUS_SHUTDOWN_TIMEOUT", "10M"))) {
      CompletableFuture<Integer> closed = new CompletableFuture<>();
      connect(service, closed).sendClose(WebSocket.NORMAL_CLOSURE, "").join();
      assertThat(closed.get(Awaiting.DEADLINE.toSeconds(), TimeUnit.SECONDS))
          .isEqualTo(WebSocket.NORMAL_CLOSURE);
      CompletableFuture<Integer> open = new CompletableFuture<>();
      connect(service, open);

      service.process().toHandle().destroy();

      assertThat(open.get(Awaiting.DEADLINE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1001);
      assertThat(service.process().waitFor(Awaiting.DEADLINE.toSeconds(), TimeUnit.SECONDS))
          .isTrue();
    }
  }

  /**
   * @param closed gets the code of the close frame
   */
  private static WebSocket connect(PackagedService service, CompletableFuture<Integer> closed) {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .subprotocols("graphql-transport-ws")
        .buildAsync(
            URI.create(service.url("/graphql").replaceFirst("http", "ws")),
            new WebSocket.Listener() {
              @Override
              public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                closed.complete(code);
                return null;
              }
            })
        .join();
  }

  @Test
  void storesTheUsageOfPartnersAtShutdown() throws Exception {
    assertThat(
            PackagedService.run(
                    database.settings(),
                    "partner",
                    "create",
                    "north-jobs",
                    "--name",
                    "North Jobs",
                    "--client",
                    "north",
                    "--origins",
                    "https://north.example")
                .code())
        .isZero();
    try (PackagedService service = start(Map.of("PREPGRAPH_USAGE_FLUSH_INTERVAL", "1H"))) {
      await().until(() -> statusForPartner(service) == 200);
      assertThat(statusForPartner(service)).isEqualTo(200);
      assertThat(usage()).isZero();
    }
    assertThat(usage()).isEqualTo(2);
  }

  private static int statusForPartner(PackagedService service) {
    return given()
        .header("Origin", "https://north.example")
        .header("Prepgraph-Partner", "north-jobs")
        .contentType("application/json")
        .body(Map.of("query", "{ catalogue { revision } }"))
        .post(service.url("/graphql"))
        .statusCode();
  }

  private static int usage() throws Exception {
    return number("select coalesce(sum(amount), 0) from partner.usage where kind = 'OPERATION'");
  }

  /** Without the service's own looks for publications, which wait for the lock, too. */
  private static int waitingSearches() throws Exception {
    return number(
        "select count(*) from pg_stat_activity where usename = 'prepgraph' and wait_event_type = 'Lock'"
            + " and query like '%catalogue.search_query%'");
  }

  private static int number(String query) throws Exception {
    try (Connection connection = database.connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void keepsServingWhenANewVersionCannotMigrate() throws Exception {
    try (PackagedService service = start(Map.of())) {
      // As if the migrations from 25 on were still to be run: the first fails, for its table is
      // there.
      database.execute(
          "create table forgotten as select * from flyway_schema_history where installed_rank >= ("
              + " select installed_rank from flyway_schema_history where version = '25');"
              + " delete from flyway_schema_history where installed_rank in (select installed_rank from forgotten)");
      try {
        PackagedService.Ended next = PackagedService.run(database.settings());
        assertThat(next.code()).isEqualTo(3);
        assertThat(next.err()).startsWith("The database cannot be used: ");
        assertThat(search(service)).matches(Reply::isOk);
      } finally {
        database.execute(
            "insert into flyway_schema_history select * from forgotten; drop table forgotten");
      }
    }
  }

  @Test
  void startsOnTheSchemaOfANewerVersion() throws Exception {
    database.execute(
        "insert into flyway_schema_history select installed_rank + 1, '1000', 'next', type, 'V1000__next.sql', 1,"
            + " installed_by, installed_on, 1, true from flyway_schema_history order by installed_rank desc limit 1");
    try (PackagedService service = start(Map.of())) {
      assertThat(search(service)).matches(Reply::isOk);
    } finally {
      database.execute("delete from flyway_schema_history where version = '1000'");
    }
  }

  @Test
  void servesOthersWhile500ClientsSendSlowly() throws Exception {
    try (PackagedService service = start(Map.of())) {
      List<Socket> slow = new ArrayList<>();
      try {
        URI url = URI.create(service.url("/graphql"));
        byte[] begin =
            "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 500; i++) {
          Socket socket = new Socket(url.getHost(), url.getPort());
          slow.add(socket);
          socket.getOutputStream().write(begin);
        }
        for (int round = 0; round < 20; round++) {
          for (Socket socket : slow) {
            socket.getOutputStream().write(' ');
          }
          assertThat(cached(service)).matches(Reply::isOk);
          assertThat(search(service)).matches(Reply::isOk);
        }
      } finally {
        for (Socket socket : slow) {
          socket.close();
        }
      }
    }
  }
}
