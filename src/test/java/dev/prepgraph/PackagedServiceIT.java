package dev.prepgraph;

import static dev.prepgraph.Awaiting.await;
import static dev.prepgraph.PackagedService.run;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.common.negotiation.Codings;
import dev.prepgraph.content.LargePack;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The packaged service and its commands, as operators run them, against a real PostgreSQL. */
class PackagedServiceIT {

  private static final Path DEFAULT_PACK = Path.of("src", "main", "resources", "content");
  private static EmbeddedPostgres postgres;

  @TempDir Path folder;

  @BeforeAll
  static void startDatabase() throws Exception {
    postgres = EmbeddedPostgres.start();
    PackagedService.createLogin(postgres);
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    postgres.close();
  }

  private static Map<String, String> database() {
    return PackagedService.database(postgres.getPort());
  }

  private static String title(PackagedService service) {
    return guide(service, "title", "title");
  }

  private static String guide(PackagedService service, String fields, String path) {
    return given()
        .contentType("application/json")
        .body(Map.of("query", "{ roleGuide(slug: \"t-live\") { " + fields + " } }"))
        .post(service.url("/graphql"))
        .then()
        .extract()
        .path("data.roleGuide." + path);
  }

  @Test
  void carriesNoEmbeddedDatabase() throws IOException {
    if (Files.isDirectory(PackagedService.APP)) {
      try (Stream<Path> files = Files.walk(PackagedService.APP)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .isNotEmpty()
            .noneMatch(name -> name.contains("embedded") || name.contains("zonky"));
      }
    } else {
      String executable = Files.readString(PackagedService.APP, StandardCharsets.ISO_8859_1);
      assertThat(executable.contains("dev.prepgraph.")).isTrue();
      assertThat(executable.contains("io.zonky.")).isFalse();
    }
  }

  @Test
  void logsMissingSettingsInOneLine() throws Exception {
    for (String[] args : new String[][] {{}, {"publish"}}) {
      PackagedService.Ended ended = run(Map.of(), args);
      assertThat(ended.code()).isEqualTo(3);
      assertThat(ended.err())
          .isEqualTo(
              "The database is not configured: set quarkus.datasource.jdbc.url (QUARKUS_DATASOURCE_JDBC_URL) and .username and .password");
    }
  }

  @Test
  void logsAnUnreachableDatabaseInOneLine() throws Exception {
    PackagedService.Ended ended =
        run(
            Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://localhost:1/none",
                "QUARKUS_DATASOURCE_USERNAME",
                "x"),
            "publish");
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err().lines()).last().asString().startsWith("The database cannot be used: ");
    assertThat(ended.err()).doesNotContain("\tat ");
  }

  private static Map<String, String> with(String... more) {
    Map<String, String> settings = new HashMap<>(database());
    settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", "http://localhost:1/none");
    settings.put("QUARKUS_OIDC_TOKEN_ISSUER", "http://localhost:1/none");
    settings.put("QUARKUS_OIDC_TOKEN_AUDIENCE", "prepgraph");
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    settings.values().removeIf(String::isEmpty);
    return settings;
  }

  @Test
  void doesNotStartWithUnsafeSettings() throws Exception {
    Map<String, Map<String, String>> unsafe =
        Map.of(
            "A setting is wrong: quarkus.oidc.token.issuer must be set: ",
            with("QUARKUS_OIDC_TOKEN_ISSUER", ""),
            "A setting is wrong: quarkus.oidc.token.audience must be set: ",
            with("QUARKUS_OIDC_TOKEN_AUDIENCE", "any"),
            "A setting is wrong: quarkus.http.cors.origins=* with ",
            with(
                "QUARKUS_HTTP_CORS_ORIGINS", "*",
                "QUARKUS_HTTP_CORS_ACCESS_CONTROL_ALLOW_CREDENTIALS", "true"),
            "A setting is wrong: prepgraph.documents.manifest: none.json: cannot be read: ",
            with("PREPGRAPH_DOCUMENTS_MANIFEST", "none.json"),
            "A setting is wrong: prepgraph.documents.trusted-only needs ",
            with("PREPGRAPH_DOCUMENTS_TRUSTED_ONLY", "user"),
            "A setting is wrong: quarkus.datasource.username is a superuser",
            with(
                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                "QUARKUS_DATASOURCE_PASSWORD", "postgres"));
    for (var setting : unsafe.entrySet()) {
      PackagedService.Ended ended = run(setting.getValue());
      assertThat(ended.code()).isEqualTo(3);
      assertThat(ended.err().lines()).hasSize(1);
      assertThat(ended.err()).startsWith(setting.getKey());
    }
  }

  @Test
  @ResourceLock(IdentityProvider.LOCK)
  void startsWhileTheIdentityProviderIsDownAndRecovers() throws Exception {
    IdentityProvider.up();
    Map<String, String> settings =
        with(
            "QUARKUS_OIDC_AUTH_SERVER_URL", IdentityProvider.url(),
            "QUARKUS_OIDC_TOKEN_ISSUER", IdentityProvider.url());
    IdentityProvider.down();
    try (PackagedService service = PackagedService.start(settings)) {
      assertThat(status(service, null)).isEqualTo(200);
      User user = User.unknown();
      assertThat(status(service, user)).isEqualTo(503);
      assertThat(status(service, null)).isEqualTo(200);

      IdentityProvider.up();
      assertThat(status(service, user)).isEqualTo(200);
      IdentityProvider.down();
      assertThat(status(service, user)).isEqualTo(200);
    }
  }

  private static int status(PackagedService service, User user) {
    return (user == null ? given() : user.request())
        .contentType("application/json")
        .body(Map.of("query", "{ viewer { id } catalogue { revision } }"))
        .post(service.url("/graphql"))
        .statusCode();
  }

  @Test
  void startsWithASlowFirstConnection() throws Exception {
    PackagedService.start(with("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "0.001S")).close();
  }

  @Test
  void linksToItsEndpointsAtTheRoot() throws Exception {
    try (PackagedService service = PackagedService.start(database())) {
      List<String> paths =
          given().accept("application/json").get(service.url("/")).jsonPath().getList("links.path");
      assertThat(paths).isNotEmpty().doesNotContain("/q/graphql-ui/");
      for (String path : paths) {
        given().urlEncodingEnabled(false).get(service.url(path)).then().statusCode(200);
      }
      assertThat(given().accept("text/html").get(service.url("/")).asString())
          .startsWith("<!doctype html>")
          .contains(paths);
      given().get(service.url("/welcome.css")).then().statusCode(200);
      given().get(service.url("/q/graphql-ui/")).then().statusCode(404);
      given().get(service.url("/q/graphql-ui/render.js")).then().statusCode(404);
      String login = "/dev/login/.well-known/openid-configuration";
      given().get(service.url(login)).then().statusCode(404);
    }
  }

  /** By a library that is part of the package, also of the native executable. */
  @Test
  void compressesByBrotli() throws Exception {
    try (PackagedService service = PackagedService.start(database())) {
      URI schema = URI.create(service.url("/graphql/schema.graphql"));
      HttpClient client = HttpClient.newHttpClient();
      byte[] plain =
          client.send(HttpRequest.newBuilder(schema).build(), BodyHandlers.ofByteArray()).body();
      HttpResponse<byte[]> compressed =
          client.send(
              HttpRequest.newBuilder(schema).header("Accept-Encoding", "gzip, br").build(),
              BodyHandlers.ofByteArray());
      assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("br");
      assertThat(Codings.decode("br", compressed.body())).isEqualTo(plain);
    }
  }

  @Test
  void importsAndPublishesByCommand() throws Exception {
    PackagedService.Ended first = run(database(), "import", DEFAULT_PACK.toString(), "--publish");
    assertThat(first.err()).isEmpty();
    assertThat(first.code()).isZero();
    assertThat(first.out().lines()).hasSize(2).first().asString().startsWith("Imported ");

    PackagedService.Ended again = run(database(), "import", DEFAULT_PACK.toString());
    assertThat(again.code()).isZero();
    assertThat(again.out()).endsWith(": 0 new or changed");
    assertThat(run(database(), "publish").out())
        .startsWith("Published 0 new revisions, withdrew 0 guides");
    assertThat(run(database(), "import", DEFAULT_PACK.toString(), "--dry-run").out())
        .startsWith("Would import ");
  }

  @Test
  void reportsAllErrorsOfAPack() throws Exception {
    LargePack.write(folder, 3, 6);
    Path guide = folder.resolve("guides/large-1.yaml");
    Files.writeString(
        guide,
        Files.readString(guide)
            .replace("family: family-1", "family: none")
            .replace("relatedGuides: [large-2]", "relatedGuides: [gone]"));

    PackagedService.Ended ended = run(database(), "import", folder.toString());
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err().lines())
        .containsExactly(
            "guides/large-1.yaml:3: /family: there is no family with this slug",
            ended.err().lines().toList().get(1),
            "2 problems; nothing was imported");
    assertThat(ended.err()).contains("/relatedGuides/0: there is no guide with this slug");
    assertThat(run(database(), "import").code()).isEqualTo(2);
    assertThat(run(database(), "import", folder.resolve("nothing").toString()).code()).isEqualTo(2);
  }

  @Test
  void showsPublicationsToRunningServices() throws Exception {
    LargePack.write(folder, 1, 2);
    Path guide = folder.resolve("guides/large-0.yaml");
    String text =
        Files.readString(guide)
            .replace("slug: large-0\n", "slug: t-live\n")
            .replace("question-", "t-live-")
            .replaceFirst("overview: .*", "overview: Caf&eacute;s *here*");
    Files.delete(guide);
    Path live = folder.resolve("guides/t-live.yaml");
    Files.writeString(live, text.replaceFirst("title: .*", "title: Before"));
    assertThat(run(database(), "import", folder.toString(), "--publish").code()).isZero();

    try (PackagedService one = PackagedService.start(database());
        PackagedService two = PackagedService.start(database())) {
      assertThat(title(one)).isEqualTo("Before");
      assertThat(title(two)).isEqualTo("Before");
      assertThat(guide(one, "overviewRich { html }", "overviewRich.html"))
          .isEqualTo("<p>Cafés <em>here</em></p>\n");

      Files.writeString(live, text.replaceFirst("title: .*", "title: After"));
      assertThat(run(database(), "import", folder.toString(), "--publish").code()).isZero();
      await()
          .untilAsserted(() -> assertThat(List.of(title(one), title(two))).containsOnly("After"));
    }
  }
}
