package dev.prepgraph;

import static dev.prepgraph.Awaiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Acknowledged writes survive a kill of the service or the database. */
@ResourceLock(IdentityProvider.LOCK)
class CrashIT {

  private static final String SAVE =
      "mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { savedAnswer { version } userErrors { code } } }";

  private static final int WRITERS = 4;

  @TempDir static Path folder;

  private static EmbeddedPostgres postgres;
  private static Map<String, String> settings;

  @BeforeAll
  static void start() throws Exception {
    postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setCleanDataDirectory(false)
            .start();
    PackagedService.createLogin(postgres);
    settings = new HashMap<>(PackagedService.database(postgres.getPort()));
    IdentityProvider.up();
    settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", IdentityProvider.url());
    settings.put("QUARKUS_OIDC_TOKEN_ISSUER", IdentityProvider.url());
    settings.put("QUARKUS_OIDC_TOKEN_AUDIENCE", IdentityProvider.AUDIENCE);
    settings.put("PREPGRAPH_CONTENT_IMPORT_AT_START", "true");
    settings.put("PREPGRAPH_ANSWERS_NEWEST_REVISIONS", "100000");
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
    IdentityProvider.down();
  }

  /** Saves one answer again and again, each time the number of its version. */
  private static final class Writer extends Thread {

    private final User user = User.unknown();
    private final String question;
    private volatile PackagedService service;
    private volatile int acknowledged;
    private volatile boolean stopped;
    private volatile String failure;

    Writer(PackagedService service, String question) {
      this.service = service;
      this.question = question;
    }

    @Override
    public void run() {
      while (!stopped) {
        save(acknowledged + 1);
      }
    }

    /**
     * Whether it was acknowledged. A conflict says that it was written before, when the answer was
     * lost.
     */
    private void save(int version) {
      try {
        Response answer =
            user.request()
                .contentType("application/json")
                .body(
                    Map.of(
                        "query",
                        SAVE,
                        "variables",
                        Map.of(
                            "input",
                            Map.of(
                                "questionId",
                                question,
                                "body",
                                "" + version,
                                "expectedVersion",
                                version - 1))))
                .post(service.url("/graphql"));
        JsonPath body = answer.jsonPath();
        if (body.get("errors") != null) {
          String code = body.getString("errors[0].extensions.code");
          if (!"UNAVAILABLE".equals(code)) {
            failure = body.prettify();
            stopped = true;
          }
        } else if (body.getList("data.saveAnswer.userErrors").isEmpty()
            || body.getString("data.saveAnswer.userErrors[0].code").equals("CONFLICT")) {
          acknowledged = version;
        } else {
          failure = body.prettify();
          stopped = true;
        }
      } catch (Exception noAnswer) {
        // Whether it was written is not known: the same is sent again.
      }
    }

    void end() throws InterruptedException {
      stopped = true;
      join();
    }

    List<Integer> history() {
      List<Integer> versions = new ArrayList<>();
      String after = null;
      do {
        Map<String, Object> variables = new HashMap<>();
        variables.put("id", question);
        variables.put("after", after);
        JsonPath page =
            user.request()
                .contentType("application/json")
                .body(
                    Map.of(
                        "query",
                        "query ($id: ID!, $after: String) { question(id: $id) { myAnswer { revisions(first: 100, after: $after)"
                            + " { pageInfo { hasNextPage endCursor } edges { node { version body } } } } } }",
                        "variables",
                        variables))
                .post(service.url("/graphql"))
                .jsonPath()
                .setRootPath("data.question.myAnswer.revisions");
        List<Map<String, Object>> nodes = page.getList("edges.node");
        nodes.forEach(
            node -> {
              assertThat(node.get("body")).isEqualTo("" + node.get("version"));
              versions.add(0, (Integer) node.get("version"));
            });
        after =
            page.getBoolean("pageInfo.hasNextPage") ? page.getString("pageInfo.endCursor") : null;
      } while (after != null);
      return versions;
    }
  }

  private static List<Writer> startWriters(PackagedService service) {
    String question =
        given()
            .queryParam("query", "{ questions(first: 1) { edges { node { id } } } }")
            .get(service.url("/graphql"))
            .jsonPath()
            .getString("data.questions.edges[0].node.id");
    List<Writer> writers =
        IntStream.range(0, WRITERS).mapToObj(i -> new Writer(service, question)).toList();
    writers.forEach(Thread::start);
    return writers;
  }

  private static void awaitMore(List<Writer> writers, int more) {
    List<Integer> before = writers.stream().map(writer -> writer.acknowledged).toList();
    await()
        .failFast(() -> writers.stream().anyMatch(writer -> writer.failure != null))
        .until(
            () ->
                IntStream.range(0, WRITERS)
                    .allMatch(i -> writers.get(i).acknowledged >= before.get(i) + more));
  }

  private static void assertNothingIsLost(List<Writer> writers) throws InterruptedException {
    for (Writer writer : writers) {
      writer.end();
      assertThat(writer.failure).isNull();
      List<Integer> history = writer.history();
      assertThat(history)
          .isEqualTo(IntStream.rangeClosed(1, history.size()).boxed().toList())
          .hasSizeGreaterThanOrEqualTo(writer.acknowledged)
          .hasSizeLessThanOrEqualTo(writer.acknowledged + 1);
    }
  }

  @Test
  void losesNoAcknowledgedWriteWhenTheServiceIsKilled() throws Exception {
    PackagedService first = PackagedService.start(settings);
    List<Writer> writers = startWriters(first);
    awaitMore(writers, 20);
    first.kill();
    try (PackagedService second = PackagedService.start(settings)) {
      writers.forEach(writer -> writer.service = second);
      awaitMore(writers, 20);
      assertNothingIsLost(writers);
    }
  }

  @Test
  void losesNoAcknowledgedWriteWhenTheDatabaseIsKilled() throws Exception {
    try (PackagedService service = PackagedService.start(settings)) {
      List<Writer> writers = startWriters(service);
      awaitMore(writers, 20);
      crashDatabase();
      startDatabaseAgain();
      awaitMore(writers, 20);
      assertNothingIsLost(writers);
    }
  }

  /** Shuts down in immediate mode: nothing is written any more, as in a crash. */
  private static void crashDatabase() throws Exception {
    long pid = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0));
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    assertThat(new ProcessBuilder("kill", "-QUIT", "" + pid).start().waitFor()).isZero();
    server.onExit().get(Awaiting.DEADLINE.toSeconds(), TimeUnit.SECONDS);
  }

  /** With its original command line, but not as root, which PostgreSQL rejects. */
  private static void startDatabaseAgain() throws IOException {
    String command = Files.readString(folder.resolve("data/postmaster.opts")).strip();
    boolean root = "root".equals(System.getProperty("user.name"));
    new ProcessBuilder("sh", "-c", (root ? "exec unshare -U " : "exec ") + command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }
}
