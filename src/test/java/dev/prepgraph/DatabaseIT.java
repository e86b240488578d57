package dev.prepgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.restassured.path.json.JsonPath;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Round trips and pooling between the packaged service and its database. */
@ResourceLock(IdentityProvider.LOCK)
class DatabaseIT {

  @TempDir Path folder;

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws Exception {
    postgres = EmbeddedPostgres.start();
    PackagedService.createLogin(postgres);
    IdentityProvider.up();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
    IdentityProvider.down();
  }

  private static Map<String, String> settings(int port) {
    Map<String, String> settings = new HashMap<>(PackagedService.database(port));
    settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", IdentityProvider.url());
    settings.put("QUARKUS_OIDC_TOKEN_ISSUER", IdentityProvider.url());
    settings.put("QUARKUS_OIDC_TOKEN_AUDIENCE", IdentityProvider.AUDIENCE);
    settings.put("PREPGRAPH_CONTENT_IMPORT_AT_START", "true");
    settings.put("PREPGRAPH_CATALOGUE_POLL_INTERVAL", "1h");
    settings.put("PREPGRAPH_PARTNER_POLL_INTERVAL", "1h");
    settings.put("PREPGRAPH_PARTNER_MAX_STALENESS", "2h");
    return settings;
  }

  private static JsonPath ask(PackagedService service, User user, String query) {
    return user.request()
        .contentType("application/json")
        .body(Map.of("query", query))
        .post(service.url("/graphql"))
        .jsonPath();
  }

  private static String save(String question, int version) {
    return "mutation { saveAnswer(input: {questionId: \"%s\", body: \"answer %d\", expectedVersion: %d}) { savedAnswer { version question { slug } } userErrors { code } } }"
        .formatted(question, version + 1, version);
  }

  @Test
  void savesAnAnswerInFourRoundTrips() throws Exception {
    try (CountingProxy proxy = new CountingProxy(postgres.getPort());
        PackagedService service = PackagedService.start(settings(proxy.port()))) {
      User user = User.unknown();
      String question =
          ask(service, user, "{ questions(first: 1) { edges { node { id } } } }")
              .getString("data.questions.edges[0].node.id");
      // The connection is made and the statements are prepared after a few.
      for (int version = 0; version < 10; version++) {
        assertThat(
                ask(service, user, save(question, version))
                    .getInt("data.saveAnswer.savedAnswer.version"))
            .isEqualTo(version + 1);
      }
      proxy.roundTrips();
      ask(service, user, save(question, 10));
      assertThat(proxy.roundTrips()).isEqualTo(4);
      ask(service, user, "{ viewer { savedAnswers { totalCount } } }");
      proxy.roundTrips();
      ask(service, user, "{ viewer { savedAnswers { totalCount edges { node { body } } } } }");
      assertThat(proxy.roundTrips()).isEqualTo(3);
    }
  }

  @Test
  void isolatesUsersBehindATransactionPooler() throws Exception {
    assumeThat(Pgbouncer.isInstalled()).as("pgbouncer is installed").isTrue();
    // Migrations and imports want a connection of their own.
    PackagedService.start(settings(postgres.getPort())).close();
    try (Pgbouncer pooler = Pgbouncer.start(folder, postgres.getPort());
        PackagedService service = PackagedService.start(pooled(pooler.port()))) {
      String question =
          ask(service, User.unknown(), "{ questions(first: 1) { edges { node { id } } } }")
              .getString("data.questions.edges[0].node.id");
      List<Callable<String>> candidates = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        candidates.add(() -> saveAndRead(service, question));
      }
      var pool = Executors.newFixedThreadPool(candidates.size());
      try {
        for (var read : pool.invokeAll(candidates)) {
          assertThat(read.get()).isEqualTo("only own answers");
        }
      } finally {
        pool.shutdownNow();
      }
    }
  }

  /** The driver must not prepare on one connection what it runs on another. */
  private static Map<String, String> pooled(int port) {
    Map<String, String> settings = settings(port);
    settings.computeIfPresent(
        "QUARKUS_DATASOURCE_JDBC_URL", (name, url) -> url + "?prepareThreshold=0");
    return settings;
  }

  private static String saveAndRead(PackagedService service, String question) {
    User user = User.unknown();
    for (int version = 0; version < 10; version++) {
      String body = user.subject() + " " + version;
      ask(
          service,
          user,
          "mutation { saveAnswer(input: {questionId: \"%s\", body: \"%s\", expectedVersion: %d}) { userErrors { code } } }"
              .formatted(question, body, version));
      JsonPath answers =
          ask(service, user, "{ viewer { savedAnswers { edges { node { body } } } } }");
      if (!List.of(body).equals(answers.getList("data.viewer.savedAnswers.edges.node.body"))) {
        return answers.prettify();
      }
    }
    return "only own answers";
  }
}
