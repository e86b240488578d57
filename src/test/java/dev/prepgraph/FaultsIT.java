package dev.prepgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens to the packaged service when what it stands on breaks. */
class FaultsIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String CACHED =
      "{ roleGuide(slug: \"backend-developer-intern\") { title questions(first: 5) { totalCount } } }";
  private static final String SAVE =
      "mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { savedAnswer { version } userErrors { code } } }";

  /** Makes whoever reads the catalogue wait. */
  private static final String LOCK =
      """
      do $$ begin
        execute (select 'lock table ' || string_agg(format('%I.%I', schemaname, tablename), ', ') || ' in access exclusive mode'
          from pg_tables where schemaname = 'catalogue');
      end $$
      """;

  private static TestDatabase database;

  /** An answer, and how long it took. */
  private record Answer(int status, JsonNode body, String retryAfter, Duration took) {

    boolean isOk() {
      return status == 200 && !body.has("errors");
    }

    /** What can be tried again, and says so. */
    boolean isRefusal() {
      return status == 503
          && "1".equals(retryAfter)
          && "UNAVAILABLE".equals(body.at("/errors/0/extensions/code").asText());
    }
  }

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
    settings.putAll(more);
    return PackagedService.start(settings);
  }

  private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    HttpResponse<String> response =
        HTTP.send(
            request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    return new Answer(
        response.statusCode(),
        JSON.readTree(response.body()),
        response.headers().firstValue("Retry-After").orElse(null),
        took);
  }

  private static Answer get(PackagedService service, String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(service.url(path))));
  }

  /** Asks for something that is kept once it was asked for. */
  private static Answer cached(PackagedService service) throws Exception {
    return get(service, "/graphql?query=" + URLEncoder.encode(CACHED, StandardCharsets.UTF_8));
  }

  private static Answer post(
      PackagedService service, String token, String query, Map<String, ?> variables)
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

  /** Asks for something that needs the database. */
  private static Answer search(PackagedService service) throws Exception {
    return post(
        service,
        null,
        "query ($text: String!) { search(text: $text) { totalCount } }",
        Map.of("text", "database " + NUMBER.incrementAndGet()));
  }

  private static List<String> questions(PackagedService service) throws Exception {
    List<String> ids = new ArrayList<>();
    post(service, null, "{ questions(first: 50) { edges { node { id } } } }", Map.of())
        .body()
        .at("/data/questions/edges")
        .forEach(edge -> ids.add(edge.at("/node/id").asText()));
    return ids;
  }

  /** Saves answers, one after the other, until told to stop; returns what was acknowledged. */
  private static Map<String, Integer> save(
      PackagedService service, String token, List<String> questions, AtomicBoolean stop)
      throws Exception {
    Map<String, Integer> saved = new HashMap<>();
    for (int i = 0; !stop.get(); i++) {
      String question = questions.get(i % questions.size());
      int version = saved.getOrDefault(question, 0);
      Answer answer;
      try {
        answer =
            post(
                service,
                token,
                SAVE,
                Map.of(
                    "input",
                    Map.of(
                        "questionId", question, "expectedVersion", version, "body", "Text " + i)));
      } catch (IOException e) {
        throw new AssertionError("A connection broke", e);
      }
      if (answer.isOk()) {
        JsonNode now = answer.body().at("/data/saveAnswer/savedAnswer/version");
        // A CONFLICT: written, though that could not be told.
        saved.put(question, now.isInt() ? now.asInt() : version + 1);
      } else {
        assertThat(answer).matches(Answer::isRefusal);
        Thread.sleep(50);
      }
    }
    return saved;
  }

  private static void assertSaved(
      PackagedService service, String token, Map<String, Integer> expected) throws Exception {
    for (var entry : expected.entrySet()) {
      Answer answer =
          post(
              service,
              token,
              "query ($id: ID!) { question(id: $id) { myAnswer { version } } }",
              Map.of("id", entry.getKey()));
      assertThat(answer.body().at("/data/question/myAnswer/version").asInt())
          .isGreaterThanOrEqualTo(entry.getValue());
    }
  }

  /** Runs writers and readers, breaks something meanwhile, and looks at what they saw. */
  private static void underLoad(PackagedService service, Fault fault) throws Exception {
    List<String> questions = questions(service);
    AtomicBoolean stop = new AtomicBoolean();
    Map<String, Map<String, Integer>> saved = new ConcurrentHashMap<>();
    List<Answer> read = new CopyOnWriteArrayList<>();
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try {
      List<CompletableFuture<Void>> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String token = IdentityProvider.token("writer-" + NUMBER.incrementAndGet());
        running.add(run(clients, () -> saved.put(token, save(service, token, questions, stop))));
        running.add(
            run(
                clients,
                () -> {
                  while (!stop.get()) {
                    read.add(search(service));
                  }
                }));
      }
      Thread.sleep(1_500);
      fault.strike();
      await().atMost(Duration.ofSeconds(10)).until(() -> search(service).isOk());
      Thread.sleep(1_500);
      stop.set(true);
      for (CompletableFuture<Void> client : running) {
        client.get(30, TimeUnit.SECONDS);
      }
    } finally {
      stop.set(true);
      clients.shutdown();
    }
    assertThat(read).isNotEmpty().allMatch(answer -> answer.isOk() || answer.isRefusal());
    assertThat(saved).hasSize(4);
    for (var entry : saved.entrySet()) {
      assertThat(entry.getValue()).isNotEmpty();
      assertSaved(service, entry.getKey(), entry.getValue());
    }
  }

  private interface Fault {
    void strike() throws Exception;
  }

  private static CompletableFuture<Void> run(ExecutorService clients, Fault work) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            work.strike();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        },
        clients);
  }

  @Test
  void losesNoAcknowledgedWriteWhenTheDatabaseCrashes() throws Exception {
    try (PackagedService service = start(Map.of())) {
      underLoad(
          service,
          () -> {
            database.crash();
            try {
              await()
                  .atMost(Duration.ofSeconds(5))
                  .until(() -> get(service, "/q/health/ready").status() == 503);
              assertThat(get(service, "/q/health/live").status()).isEqualTo(200);
              assertThat(health(service)).isEqualTo(1);
            } finally {
              database.restart();
            }
          });
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> get(service, "/q/health/ready").status() == 200);
      assertThat(health(service)).isZero();
    }
  }

  /** What the images' health check says. */
  private static int health(PackagedService service) throws Exception {
    String port = Integer.toString(URI.create(service.url("/")).getPort());
    return PackagedService.run(Map.of("QUARKUS_HTTP_PORT", port), "health").code();
  }

  @Test
  void comesThroughTheEndOfAllItsConnections() throws Exception {
    try (PackagedService service = start(Map.of())) {
      underLoad(
          service,
          () ->
              database.execute(
                  "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'prepgraph'"));
    }
  }

  @Test
  void servesWhatIsKeptWhileTheDatabaseStandsStill() throws Exception {
    try (PackagedService service = start(Map.of())) {
      assertThat(cached(service)).matches(Answer::isOk);
      database.freeze();
      try {
        List<Answer> kept = new ArrayList<>();
        List<CompletableFuture<Answer>> asked = new ArrayList<>();
        ExecutorService clients = Executors.newFixedThreadPool(50);
        for (long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            System.nanoTime() < end; ) {
          if (asked.size() < 50) {
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            asked.add(answer);
            run(clients, () -> answer.complete(search(service)));
          }
          kept.add(cached(service));
          Thread.sleep(20);
        }
        clients.shutdown();
        assertThat(kept)
            .hasSizeGreaterThan(500)
            .allMatch(Answer::isOk)
            .allMatch(answer -> answer.took().toMillis() < 1_000);
        assertThat(asked)
            .hasSize(50)
            .allSatisfy(answer -> assertThat(answer.join()).matches(Answer::isRefusal));
        assertThat(get(service, "/q/health/live").status()).isEqualTo(200);
        assertThat(get(service, "/q/health/ready").status()).isEqualTo(503);
      } finally {
        database.thaw();
      }
      await().atMost(Duration.ofSeconds(10)).until(() -> search(service).isOk());
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> get(service, "/q/health/ready").status() == 200);
    }
  }

  @Test
  void refusesSoonWhatThePoolHasNoConnectionFor() throws Exception {
    try (PackagedService service = start(Map.of("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "2"))) {
      assertThat(search(service)).matches(Answer::isOk);
      List<Answer> answers = new CopyOnWriteArrayList<>();
      ExecutorService clients = Executors.newFixedThreadPool(100);
      // With the tables locked, nobody gives a connection back.
      try (Connection lock = database.connect();
          var statement = lock.createStatement()) {
        lock.setAutoCommit(false);
        statement.execute(LOCK);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
          running.add(run(clients, () -> answers.add(search(service))));
        }
        // All but the one that has the connection (the other one watches for publications).
        await().atMost(Duration.ofSeconds(20)).until(() -> answers.size() >= 99);
        lock.rollback();
        for (CompletableFuture<Void> client : running) {
          client.get(20, TimeUnit.SECONDS);
        }
      } finally {
        clients.shutdown();
      }
      assertThat(answers).hasSize(100);
      assertThat(
              answers.stream()
                  .filter(answer -> answer.isRefusal() && answer.took().toMillis() < 5_000))
          .hasSizeGreaterThanOrEqualTo(95);
      for (int i = 0; i < 20; i++) {
        assertThat(search(service)).matches(Answer::isOk);
      }
    }
  }

  @Test
  void needsTheProviderForTokensAlone() throws Exception {
    String token = IdentityProvider.token("early");
    IdentityProvider.down();
    try (PackagedService service = start(Map.of())) {
      String query = "{ viewer { id } }";
      assertThat(search(service)).matches(Answer::isOk);
      assertThat(get(service, "/q/health/ready").status()).isEqualTo(200);
      assertThat(post(service, token, query, Map.of())).matches(Answer::isRefusal);
      IdentityProvider.up();
      assertThat(post(service, token, query, Map.of())).matches(Answer::isOk);
      IdentityProvider.down();
      assertThat(post(service, token, query, Map.of())).matches(Answer::isOk);
      assertThat(search(service)).matches(Answer::isOk);
    } finally {
      IdentityProvider.down();
      IdentityProvider.up();
    }
  }

  @Test
  void finishesWhatItHasBegunWhenItIsToldToStop() throws Exception {
    try (PackagedService service = start(Map.of());
        Connection lock = database.connect();
        var statement = lock.createStatement()) {
      assertThat(search(service)).matches(Answer::isOk);
      lock.setAutoCommit(false);
      statement.execute(LOCK);
      ExecutorService clients = Executors.newFixedThreadPool(1);
      List<Answer> answers = new CopyOnWriteArrayList<>();
      CompletableFuture<Void> begun = run(clients, () -> answers.add(search(service)));
      await().until(() -> waiting() == 1);
      service.process().toHandle().destroy();
      await().until(() -> get(service, "/q/health/ready").status() == 503);
      assertThat(service.process().isAlive()).isTrue();
      lock.rollback();
      begun.get(10, TimeUnit.SECONDS);
      clients.shutdown();
      assertThat(answers).singleElement().matches(Answer::isOk);
      assertThat(service.process().waitFor(15, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static int waiting() throws Exception {
    try (Connection connection = database.connect();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where usename = 'prepgraph' and wait_event_type = 'Lock'")) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void keepsServingWhenANewVersionCannotMigrate() throws Exception {
    try (PackagedService service = start(Map.of())) {
      // As if this version's last migration were still to be run: it fails, for its tables are
      // there.
      database.execute(
          "create table forgotten as select * from flyway_schema_history order by installed_rank desc limit 1;"
              + " delete from flyway_schema_history where installed_rank in (select installed_rank from forgotten)");
      try {
        PackagedService.Ended next = PackagedService.run(database.settings());
        assertThat(next.code()).isEqualTo(3);
        assertThat(next.err()).startsWith("The database cannot be used: ");
        assertThat(search(service)).matches(Answer::isOk);
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
      assertThat(search(service)).matches(Answer::isOk);
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
          assertThat(cached(service)).matches(Answer::isOk);
          assertThat(search(service))
              .matches(Answer::isOk)
              .matches(answer -> answer.took().toMillis() < 1_000);
        }
      } finally {
        for (Socket socket : slow) {
          socket.close();
        }
      }
    }
  }
}
