package dev.prepgraph;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.prepgraph.content.LargePack;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service and its commands, as operators run them, against a real PostgreSQL. */
class PackagedServiceIT {

  private static final Path APP = Path.of("target", "quarkus-app");
  private static final Path DEFAULT_PACK = Path.of("src", "main", "resources", "content");
  private static final Pattern LISTENING = Pattern.compile("Listening on: http://\\S+?:(\\d+)");

  private record Ended(int code, String out, String err) {}

  private static EmbeddedPostgres postgres;

  @TempDir Path folder;

  @BeforeAll
  static void startDatabase() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    postgres.close();
  }

  private static Map<String, String> database() {
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL",
            "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
        "QUARKUS_DATASOURCE_USERNAME", "postgres",
        "QUARKUS_DATASOURCE_PASSWORD", "postgres");
  }

  private static Process start(Map<String, String> environment, String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dquarkus.http.port=0",
                "-Dquarkus.oidc.tenant-enabled=false",
                "-jar",
                APP.resolve("quarkus-run.jar").toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Ended run(Map<String, String> environment, String... args) throws Exception {
    Process process = start(environment, args);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), out.strip(), err.strip());
  }

  private static int port(Process service) throws IOException {
    BufferedReader log =
        new BufferedReader(new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8));
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      var listening = LISTENING.matcher(line);
      if (listening.find()) {
        drain(log);
        return Integer.parseInt(listening.group(1));
      }
    }
    throw new AssertionError("The service ended before it listened");
  }

  /** A service whose log nobody reads stops at a full pipe. */
  private static void drain(BufferedReader log) {
    Thread reader =
        new Thread(
            () -> {
              try {
                log.transferTo(java.io.Writer.nullWriter());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    reader.setDaemon(true);
    reader.start();
  }

  private static String title(int port) {
    return given()
        .contentType("application/json")
        .body(Map.of("query", "{ roleGuide(slug: \"t-live\") { title } }"))
        .post("http://localhost:" + port + "/graphql")
        .then()
        .extract()
        .path("data.roleGuide.title");
  }

  @Test
  void carriesNoEmbeddedDatabase() throws IOException {
    try (Stream<Path> files = Files.walk(APP)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .isNotEmpty()
          .noneMatch(name -> name.contains("embedded") || name.contains("zonky"));
    }
  }

  @Test
  void saysInOneLineWhatIsMissing() throws Exception {
    for (String[] args : new String[][] {{}, {"publish"}}) {
      Ended ended = run(Map.of(), args);
      assertThat(ended.code()).isEqualTo(3);
      assertThat(ended.err())
          .isEqualTo(
              "The database is not configured: set quarkus.datasource.jdbc.url (QUARKUS_DATASOURCE_JDBC_URL) and .username and .password");
    }
  }

  @Test
  void saysInOneLineThatTheDatabaseCannotBeReached() throws Exception {
    Ended ended =
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

  @Test
  void importsAndPublishesByCommand() throws Exception {
    Ended first = run(database(), "import", DEFAULT_PACK.toString(), "--publish");
    assertThat(first.err()).isEmpty();
    assertThat(first.code()).isZero();
    assertThat(first.out().lines()).hasSize(2).first().asString().startsWith("Imported ");

    Ended again = run(database(), "import", DEFAULT_PACK.toString());
    assertThat(again.code()).isZero();
    assertThat(again.out()).endsWith(": 0 new or changed");
    assertThat(run(database(), "publish").out()).startsWith("Published 0 new revisions");
    assertThat(run(database(), "import", DEFAULT_PACK.toString(), "--dry-run").out())
        .startsWith("Would import ");
  }

  @Test
  void reportsEveryMistakeOfAPack() throws Exception {
    LargePack.write(folder, 3, 6);
    Path guide = folder.resolve("guides/large-1.yaml");
    Files.writeString(
        guide,
        Files.readString(guide)
            .replace("family: family-1", "family: none")
            .replace("relatedGuides: [large-2]", "relatedGuides: [gone]"));

    Ended ended = run(database(), "import", folder.toString());
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err().lines())
        .containsExactly(
            "guides/large-1.yaml:3: /family: there is no family with this slug",
            ended.err().lines().toList().get(1),
            "2 mistakes; nothing was imported");
    assertThat(ended.err()).contains("/relatedGuides/0: there is no guide with this slug");
    assertThat(run(database(), "import").code()).isEqualTo(2);
    assertThat(run(database(), "import", folder.resolve("nothing").toString()).code()).isEqualTo(2);
  }

  @Test
  void showsAPublicationToServicesThatRun() throws Exception {
    LargePack.write(folder, 1, 2);
    Path guide = folder.resolve("guides/large-0.yaml");
    String text =
        Files.readString(guide)
            .replace("slug: large-0\n", "slug: t-live\n")
            .replace("question-", "t-live-");
    Files.delete(guide);
    Path live = folder.resolve("guides/t-live.yaml");
    Files.writeString(live, text.replaceFirst("title: .*", "title: Before"));
    assertThat(run(database(), "import", folder.toString(), "--publish").code()).isZero();

    Process one = start(database());
    Process two = start(database());
    try {
      int first = port(one);
      int second = port(two);
      assertThat(title(first)).isEqualTo("Before");
      assertThat(title(second)).isEqualTo("Before");

      Files.writeString(live, text.replaceFirst("title: .*", "title: After"));
      assertThat(run(database(), "import", folder.toString(), "--publish").code()).isZero();
      await()
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(
              () -> assertThat(List.of(title(first), title(second))).containsOnly("After"));
    } finally {
      one.destroy();
      two.destroy();
    }
    assertThat(one.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(two.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }
}
