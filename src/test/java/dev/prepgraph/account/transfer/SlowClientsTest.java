package dev.prepgraph.account.transfer;

import static dev.prepgraph.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.GraphQL;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.User;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slow and disconnected clients hold no resources that others need. */
@QuarkusTest
@TestProfile(SlowClientsTest.Impatient.class)
class SlowClientsTest {

  /** Little disk, and little patience. */
  public static final class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("prepgraph.transfer.disk", "64M", "prepgraph.transfer.patience", "5s");
    }
  }

  private static final int MIB = 1 << 20;
  private static final Duration DEADLINE = Duration.ofMinutes(1);

  @Inject Spool spool;
  @Inject DataSource database;
  @TestHTTPResource URI url;

  private final User user = User.unknown();
  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void leave() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    await().until(() -> spool.used() == 0);
  }

  private Socket send(User user, String request) throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(4096);
    socket.setSoTimeout((int) DEADLINE.toMillis());
    socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
    String headers = "Host: localhost\r\nAuthorization: Bearer " + user.token() + "\r\n";
    socket
        .getOutputStream()
        .write(request.replaceFirst("\r\n", "\r\n" + headers).getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  /** Sends the beginning of an export, and stops. */
  private Socket trickle(User user) throws IOException {
    return send(
        user,
        "POST /account/import HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n{\"format\":");
  }

  /** Asks for an export that fits into no buffer, and does not read it. */
  private Socket stall(User user) throws IOException {
    return send(user, "GET /account/export HTTP/1.1\r\n\r\n");
  }

  /** Gives a user 12 MiB of answers. */
  private static void fill(User user) {
    ObjectNode export = Exports.JSON.createObjectNode();
    export.put("format", "prepgraph-account").put("version", 1);
    ObjectNode answer = export.putArray("savedAnswers").addObject();
    answer
        .putObject("question")
        .put(
            "slug",
            GraphQL.query("{ questions(first: 1) { edges { node { slug } } } }")
                .getString("questions.edges[0].node.slug"));
    answer.put("createdAt", "2026-01-01T00:00:00Z");
    ArrayNode revisions = answer.putArray("revisions");
    for (int i = 1; i <= 600; i++) {
      revisions
          .addObject()
          .put("version", i)
          .put("questionRevision", 1)
          .put("status", "DRAFT")
          .put("savedAt", "2026-01-01T00:00:00Z")
          .put("body", i + "x".repeat(19_990));
    }
    assertThat(user.importExport(export).getInt("imported")).isEqualTo(1);
  }

  @Test
  void stalledUploadsBlockNobody() throws IOException {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      slow.add(trickle(i < 3 ? user : User.unknown()));
    }
    await().until(() -> spool.used() == 60);

    FullAccount.fill(user);
    ObjectNode export = user.export();
    assertThat(user.importExport(export).getList("userErrors")).isEmpty();
    assertThat(User.unknown().importExport(export).getList("skipped")).isEmpty();
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.matches("prepgraph-[0-9a-f-]{36}"));
    }

    for (Socket socket : slow) {
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"BAD_REQUEST\"", "too slowly");
    }
    assertThat(spool.used()).isZero();
  }

  @Test
  void abortedUploadsReleaseTheirSpace() throws IOException {
    Socket socket = trickle(user);
    await().until(() -> spool.used() == 10);
    socket.close();
    await().until(() -> spool.used() == 0);
  }

  @Test
  void stalledReadersBlockNobody() throws IOException {
    List<User> slow = List.of(user, User.unknown(), User.unknown());
    for (User each : slow) {
      fill(each);
    }
    for (User each : slow) {
      stall(each);
    }
    await().until(() -> spool.used() > 30 * MIB);

    User other = User.unknown();
    FullAccount.fill(other);
    assertThat(User.unknown().importExport(other.export()).getList("skipped")).isEmpty();
    await().until(() -> transactions() == 0);
    user.request()
        .get("/account/export")
        .then()
        .statusCode(429)
        .header("Retry-After", is("1"))
        .body("errors[0].extensions.code", is("RATE_LIMITED"));

    for (Socket socket : sockets) {
      await().until(() -> spool.used() == 0);
      assertThat(readAll(socket)).isLessThan(12 * MIB);
    }
  }

  /** The bytes until the end, however that comes. */
  private static long readAll(Socket socket) {
    long read = 0;
    byte[] buffer = new byte[64 << 10];
    try {
      for (int n; (n = socket.getInputStream().read(buffer)) >= 0; ) {
        read += n;
      }
    } catch (IOException e) {
      // The connection was reset.
    }
    return read;
  }

  private static int transactions() {
    return OwnerSql.count(
        "select count(*) from pg_stat_activity where state like 'idle in transaction%'");
  }

  @Test
  void disconnectedReadersReleaseTheirSpace() throws IOException {
    fill(user);
    Socket socket = stall(user);
    await().until(() -> spool.used() > 10 * MIB);
    socket.getInputStream().read();
    socket.close();
    await().until(() -> spool.used() == 0);
  }

  @Test
  void bodiesThatAreTooLargeForTheDiskAreRejected() {
    user.request()
        .contentType("application/json")
        .body("x".repeat(17 * MIB))
        .post("/account/import")
        .then()
        .statusCode(429)
        .body("errors[0].extensions.code", is("RATE_LIMITED"));
  }

  @Test
  void requestsAreRejectedWhenTheDiskIsFull() {
    for (String account : List.of("a", "b", "c", "d")) {
      spool.reserve(account, 16 * MIB);
    }
    try {
      user.request()
          .get("/account/export")
          .then()
          .statusCode(503)
          .header("Retry-After", is("1"))
          .body("errors[0].extensions.code", is("UNAVAILABLE"));
    } finally {
      List.of("a", "b", "c", "d").forEach(account -> spool.release(account, 16 * MIB));
    }
    assertThat(user.export().get("savedAnswers")).isEmpty();
  }

  @Test
  void anAccountIsImportedOnceAtATime() throws Exception {
    ObjectNode export = Exports.ofThePreviousVersion();
    user.query("{ viewer { id } }");
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "select from viewer.account where subject = '" + user.subject() + "' for update");
      var first = CompletableFuture.supplyAsync(() -> status(user, export));
      await().until(() -> waiting(connection));

      assertThat(status(user, export)).isEqualTo(429);
      assertThat(status(User.unknown(), export)).isEqualTo(200);

      connection.rollback();
      connection.setAutoCommit(true);
      assertThat(first.get()).isIn(200, 503); // a busy machine may take longer than it waits
    }
    assertThat(status(user, export)).isEqualTo(200);
  }

  private static int status(User user, ObjectNode export) {
    return user.request()
        .contentType("application/json")
        .body(export.toString())
        .post("/account/import")
        .statusCode();
  }

  private static boolean waiting(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select count(*) from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))")) {
      row.next();
      return row.getInt(1) > 0;
    }
  }
}
