package dev.prepgraph;

import static dev.prepgraph.Awaiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The packaged service with a primary and a standby for reads of the catalogue. */
@ResourceLock(IdentityProvider.LOCK)
class StandbyIT {

  private static final Path CONTENT = Path.of("src", "main", "resources", "content");

  @TempDir Path folder;

  private EmbeddedPostgres primary;
  private Standby standby;

  @BeforeEach
  void start() throws Exception {
    primary = EmbeddedPostgres.start();
    PackagedService.createLogin(primary);
    publish(CONTENT);
    standby = Standby.of(primary, folder);
    IdentityProvider.up();
  }

  @AfterEach
  void stop() throws Exception {
    IdentityProvider.down();
    standby.close();
    primary.close();
  }

  private void publish(Path content) throws Exception {
    PackagedService.Ended ended =
        PackagedService.run(
            PackagedService.database(primary.getPort()), "import", content.toString(), "--publish");
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
  }

  private PackagedService service() throws Exception {
    Map<String, String> settings = new HashMap<>(PackagedService.database(primary.getPort()));
    settings.put("QUARKUS_DATASOURCE_STANDBY_JDBC_URL", standby.jdbcUrl());
    settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", IdentityProvider.url());
    settings.put("QUARKUS_OIDC_TOKEN_ISSUER", IdentityProvider.url());
    settings.put("QUARKUS_OIDC_TOKEN_AUDIENCE", IdentityProvider.AUDIENCE);
    return PackagedService.start(settings);
  }

  private static JsonPath ask(PackagedService service, String query) {
    return given()
        .contentType("application/json")
        .body(Map.of("query", query))
        .post(service.url("/graphql"))
        .jsonPath();
  }

  private static int found(PackagedService service, String word) {
    return ask(service, "{ search(text: \"" + word + "\") { totalCount } }")
        .getInt("data.search.totalCount");
  }

  /** The standby is not asked as long as it is slow. */
  private void awaitReads(PackagedService service) {
    await()
        .until(
            () -> {
              assertThat(found(service, "database " + System.nanoTime())).isPositive();
              return standby.readers() > 0;
            });
  }

  private static String overview(PackagedService service) {
    return ask(service, "{ roleGuide(slug: \"backend-developer-intern\") { overview } }")
        .getString("data.roleGuide.overview");
  }

  @Test
  void readsTheCatalogueOnTheStandbyAndPrivateDataOnThePrimary() throws Exception {
    try (PackagedService service = service()) {
      awaitReads(service);
      User user = User.unknown();
      String question =
          ask(service, "{ questions(first: 1) { edges { node { id } } } }")
              .getString("data.questions.edges[0].node.id");
      // However far behind the standby is.
      standby.pause();
      for (int version = 0; version < 5; version++) {
        String save =
            "mutation { saveAnswer(input: {questionId: \"%s\", body: \"%d\", expectedVersion: %d}) { userErrors { code } } }"
                .formatted(question, version, version);
        user.request()
            .contentType("application/json")
            .body(Map.of("query", save))
            .post(service.url("/graphql"));
        String read = "{ viewer { savedAnswers { edges { node { body } } } } }";
        assertThat(
                user.request()
                    .contentType("application/json")
                    .body(Map.of("query", read))
                    .post(service.url("/graphql"))
                    .jsonPath()
                    .getList("data.viewer.savedAnswers.edges.node.body"))
            .containsExactly(Integer.toString(version));
      }
    }
  }

  @Test
  void servesNewPublicationsWithALaggingStandby() throws Exception {
    Path changed = folder.resolve("content");
    try (PackagedService service = service()) {
      assertThat(overview(service)).doesNotContain("entirely new");
      standby.pause();
      Standby.copy(CONTENT, changed);
      Path guide = changed.resolve("guides").resolve("backend-developer-intern.yaml");
      Files.writeString(
          guide,
          Files.readString(guide)
              .replaceFirst("overview: \\|\n", "overview: |\n  Something entirely new.\n"));
      publish(changed);
      await().until(() -> overview(service).contains("entirely new"));
      standby.resume();
      awaitReads(service);
      assertThat(overview(service)).contains("entirely new");
    }
  }

  @Test
  void readsOnThePrimaryWhileTheStandbyIsDown() throws Exception {
    try (PackagedService service = service()) {
      assertThat(found(service, "database")).isPositive();
      String guide =
          ask(service, "{ roleGuide(slug: \"qa-engineer-intern\") { id } }")
              .getString("data.roleGuide.id");
      standby.close();
      // The first that meets a dead connection, and in the midst of a user's transaction.
      String plan =
          "mutation { createPrepPlan(input: {guideId: \"%s\", interviewOn: \"%s\", dailyMinutes: 45, timeZone: \"UTC\"}) { prepPlan { days { items { title } } } userErrors { code } } }"
              .formatted(guide, LocalDate.now().plusDays(14));
      assertThat(
              User.unknown()
                  .request()
                  .contentType("application/json")
                  .body(Map.of("query", plan))
                  .post(service.url("/graphql"))
                  .jsonPath()
                  .getList("data.createPrepPlan.prepPlan.days"))
          .isNotEmpty();
      for (int i = 0; i < 20; i++) {
        assertThat(found(service, "database " + i)).isPositive();
      }
      assertThat(overview(service)).isNotBlank();
    }
  }
}
