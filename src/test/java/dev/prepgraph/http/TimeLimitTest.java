package dev.prepgraph.http;

import static dev.prepgraph.Awaiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.prepgraph.GraphQL;
import dev.prepgraph.SlowClient;
import dev.prepgraph.User;
import dev.prepgraph.common.Sql;
import dev.prepgraph.node.Node;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.node.NodeLoader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** What was answered, or whose client has gone, neither starts nor goes on. */
@QuarkusTest
@TestProfile(ImpatientProfile.class)
class TimeLimitTest {

  private static final char HANGING = 'H';
  private static final char COUNTING = 'O';
  private static final char SLEEPING = 'Z';
  private static final String NODE = "query ($id: ID!) { node(id: $id) { id } }";
  private static final String SAVE =
      "mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { savedAnswer { version } } }";

  /** Objects whose lookup ends when the test says so. */
  @ApplicationScoped
  static class HangingNodes implements NodeLoader {

    static final Phaser GATE = new Phaser(1);
    static final AtomicInteger INSIDE = new AtomicInteger();

    @Override
    public char kind() {
      return HANGING;
    }

    @Override
    public Map<UUID, Node> load(Collection<UUID> keys) {
      int phase = GATE.getPhase();
      INSIDE.incrementAndGet();
      GATE.awaitAdvance(phase);
      INSIDE.decrementAndGet();
      return Map.of();
    }
  }

  /** Objects whose lookups are counted. */
  @ApplicationScoped
  static class CountingNodes implements NodeLoader {

    static final AtomicInteger LOADED = new AtomicInteger();

    @Override
    public char kind() {
      return COUNTING;
    }

    @Override
    public Map<UUID, Node> load(Collection<UUID> keys) {
      LOADED.incrementAndGet();
      return Map.of();
    }
  }

  /** Objects whose lookup has the database busy for longer than any test. */
  @ApplicationScoped
  static class SleepingNodes implements NodeLoader {

    @Inject SessionFactory sessions;

    @Override
    public char kind() {
      return SLEEPING;
    }

    @Override
    public Map<UUID, Node> load(Collection<UUID> keys) {
      sessions.fromStatelessSession(
          session -> Sql.rows(session, "select cast(pg_sleep(600) as text), 1", Map.of()));
      return Map.of();
    }
  }

  @Inject AgroalDataSource dataSource;
  @Inject OperationQueue queue;

  @TestHTTPResource("/")
  URL url;

  private static String id(char kind) {
    return NodeId.of(kind, UUID.randomUUID());
  }

  private static ValidatableResponse ask(String query, Map<String, ?> variables) {
    return given()
        .contentType("application/json")
        .body(Map.of("query", query, "variables", variables))
        .post("/graphql")
        .then();
  }

  private int backends(String condition) {
    String sql =
        "select count(*) from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() and "
            + condition;
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private int sleeping() {
    return backends("query like '%pg_sleep(600)%'");
  }

  private void awaitIdle() {
    await().until(() -> queue.callers() == 0);
  }

  @Test
  void fetchesNoFurtherFieldAfterTheTimeLimit() {
    int loaded = CountingNodes.LOADED.get();
    try {
      ask(
              "query ($a: ID!, $b: ID!) { a: node(id: $a) { id } b: node(id: $b) { id } }",
              Map.of("a", id(HANGING), "b", id(COUNTING)))
          .statusCode(503)
          .header("Retry-After", "1")
          .body("errors[0].extensions.code", equalTo("UNAVAILABLE"))
          .body("errors[0].message", equalTo("This took too long"));
    } finally {
      HangingNodes.GATE.arrive();
    }
    awaitIdle();
    assertThat(CountingNodes.LOADED.get()).isEqualTo(loaded);
  }

  @Test
  void cancelsTheStatementAtTheTimeLimit() {
    ask(NODE, Map.of("id", id(SLEEPING))).statusCode(503);
    await().until(() -> sleeping() == 0);
    awaitIdle();
  }

  @Test
  void cancelsTheStatementOfAClientThatHasGone() throws Exception {
    String body = "{\"query\":\"{ node(id: \\\"" + id(SLEEPING) + "\\\") { id } }\"}";
    try (SlowClient client = new SlowClient(url.getPort())) {
      client.send(
          "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
      await().until(() -> sleeping() == 1);
    }
    await().until(() -> sleeping() == 0);
    awaitIdle();
  }

  private static String question() {
    return GraphQL.query("{ questions(first: 1) { nodes: edges { node { id } } } }")
        .getString("questions.nodes[0].node.id");
  }

  private static Map<String, ?> save(String question) {
    return Map.of("input", Map.of("questionId", question, "body", "late", "expectedVersion", 0));
  }

  private static Object saved(User user, String question) {
    return user.query(
            "query ($id: ID!) { question(id: $id) { myAnswer { version } } }",
            Map.of("id", question))
        .get("question.myAnswer");
  }

  @Test
  void startsNoMutationThatTimedOutWhileItWaited() {
    User user = User.unknown();
    String question = question();
    List<CompletableFuture<?>> hanging = new ArrayList<>();
    try {
      for (int i = 0; i < ImpatientProfile.RUNNING; i++) {
        hanging.add(CompletableFuture.runAsync(() -> user.send(NODE, Map.of("id", id(HANGING)))));
      }
      await().until(() -> HangingNodes.INSIDE.get() == ImpatientProfile.RUNNING);
      assertThat(user.refusal(SAVE, save(question))).isEqualTo("UNAVAILABLE This took too long");
    } finally {
      HangingNodes.GATE.arrive();
    }
    hanging.forEach(CompletableFuture::join);
    awaitIdle();
    assertThat(saved(user, question)).isNull();
  }

  @Test
  void rollsBackAMutationThatTimedOut() throws Exception {
    User user = User.unknown();
    String question = question();
    assertThat(saved(user, question)).isNull(); // makes the account
    try (Connection locking = dataSource.getConnection();
        var statement =
            locking.prepareStatement("select from viewer.account where subject = ? for update")) {
      locking.setAutoCommit(false);
      statement.setString(1, user.subject());
      statement.execute();
      assertThat(user.refusal(SAVE, save(question))).startsWith("UNAVAILABLE This took too long");
      locking.rollback();
    }
    awaitIdle();
    assertThat(saved(user, question)).isNull();
  }

  @Test
  void rejectsWhatOneCallerSendsInMassesAndServesOthers() throws Exception {
    User user = User.unknown();
    List<CompletableFuture<?>> hanging = new ArrayList<>();
    try {
      for (int i = 0; i < ImpatientProfile.RUNNING + ImpatientProfile.WAITING; i++) {
        hanging.add(CompletableFuture.runAsync(() -> user.send(NODE, Map.of("id", id(HANGING)))));
      }
      await()
          .untilAsserted(
              () ->
                  user.request()
                      .contentType("application/json")
                      .body(Map.of("query", "{ viewer { id } }"))
                      .post("/graphql")
                      .then()
                      .statusCode(429)
                      .header("Retry-After", "1")
                      .body("errors[0].extensions.code", equalTo("RATE_LIMITED")));
      User other = User.unknown();
      assertThat(other.query("{ viewer { id } }").getString("viewer.id")).isNotNull();
      assertThat(GraphQL.query("{ catalogue { revision } }").getInt("catalogue.revision"))
          .isPositive();
    } finally {
      HangingNodes.GATE.arrive();
    }
    for (CompletableFuture<?> request : hanging) {
      request.get(1, TimeUnit.MINUTES);
    }
    HangingNodes.GATE.arrive();
    awaitIdle();
  }
}
