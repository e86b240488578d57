package dev.prepgraph.http;

import static dev.prepgraph.Awaiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.prepgraph.GraphQL;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.SlowClient;
import dev.prepgraph.TestNodes;
import dev.prepgraph.User;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URL;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/**
 * The work of a request neither starts nor continues after its timeout or its client's disconnect.
 */
@QuarkusTest
@TestProfile(ImpatientProfile.class)
class TimeLimitTest {

  private static final String SAVE =
      "mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { savedAnswer { version } } }";

  private static final String TOO_LONG = "UNAVAILABLE This took too long";

  private final Phaser gate = new Phaser(1);
  private final AtomicInteger inside = new AtomicInteger();

  @Inject SessionFactory sessions;
  @Inject AgroalDataSource dataSource;
  @Inject OperationQueue queue;

  @TestHTTPResource("/")
  URL url;

  /** The id of a node whose lookup lasts until the gate opens. */
  private String hanging() {
    return TestNodes.id(
        () -> {
          int phase = gate.getPhase();
          inside.incrementAndGet();
          gate.awaitAdvance(phase);
          inside.decrementAndGet();
        });
  }

  /** The id of a node whose lookup waits for a statement longer than any test. */
  private String sleeping() {
    return TestNodes.id(
        () ->
            sessions.inStatelessSession(
                session ->
                    session
                        .createNativeQuery("select cast(pg_sleep(600) as text)", String.class)
                        .getSingleResult()));
  }

  private static ValidatableResponse ask(String query, Map<String, ?> variables) {
    return given()
        .contentType("application/json")
        .body(Map.of("query", query, "variables", variables))
        .post("/graphql")
        .then();
  }

  private static int backends(String condition) {
    return OwnerSql.count(
        "select count(*) from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() and "
            + condition);
  }

  private int sleepers() {
    return backends("query like '%pg_sleep(600)%'");
  }

  private void awaitIdle() {
    await().until(() -> queue.callers() == 0);
  }

  @Test
  void fetchesNoFurtherFieldAfterTheTimeLimit() {
    var loaded = new AtomicInteger();
    try {
      ask(
              "query ($a: ID!, $b: ID!) { a: node(id: $a) { id } b: node(id: $b) { id } }",
              Map.of("a", hanging(), "b", TestNodes.id(loaded::incrementAndGet)))
          .statusCode(503)
          .header("Retry-After", "1")
          .body("errors[0].extensions.code", equalTo("UNAVAILABLE"))
          .body("errors[0].message", equalTo("This took too long"));
    } finally {
      gate.arrive();
    }
    awaitIdle();
    assertThat(loaded).hasValue(0);
  }

  @Test
  void sendsNoStatementAfterTheTimeLimit() {
    var begun = new AtomicInteger();
    var sent = new AtomicInteger();
    Runnable lookup =
        () -> {
          begun.incrementAndGet();
          gate.awaitAdvance(gate.getPhase());
          sessions.inStatelessSession(
              session -> session.createNativeQuery("select 1", Integer.class).getSingleResult());
          sent.incrementAndGet();
        };
    try {
      ask(TestNodes.QUERY, Map.of("id", TestNodes.id(lookup))).statusCode(503);
    } finally {
      gate.arrive();
    }
    awaitIdle();
    assertThat(begun).hasValue(1);
    assertThat(sent).hasValue(0);
  }

  @Test
  void cancelsTheStatementAtTheTimeLimit() {
    ask(TestNodes.QUERY, Map.of("id", sleeping())).statusCode(503);
    await().until(() -> sleepers() == 0);
    awaitIdle();
  }

  @Test
  void cancelsTheStatementOfADisconnectedClient() throws Exception {
    String body = "{\"query\":\"{ node(id: \\\"" + sleeping() + "\\\") { id } }\"}";
    try (SlowClient client = new SlowClient(url.getPort())) {
      client.send(
          "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
      await().until(() -> sleepers() == 1);
    }
    await().until(() -> sleepers() == 0);
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
  void startsNoMutationThatTimedOutInTheQueue() {
    User user = User.unknown();
    String question = question();
    List<CompletableFuture<?>> hanging = new ArrayList<>();
    try {
      for (int i = 0; i < ImpatientProfile.RUNNING; i++) {
        hanging.add(
            CompletableFuture.runAsync(() -> user.send(TestNodes.QUERY, Map.of("id", hanging()))));
      }
      await().until(() -> inside.get() == ImpatientProfile.RUNNING);
      assertThat(user.rejection(SAVE, save(question))).isEqualTo("UNAVAILABLE This took too long");
    } finally {
      gate.arrive();
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
      assertThat(user.rejection(SAVE, save(question))).startsWith(TOO_LONG);
      locking.rollback();
    }
    awaitIdle();
    assertThat(saved(user, question)).isNull();
  }

  @Test
  void limitsTheOperationsOfOneCallerAndServesOthers() throws Exception {
    User user = User.unknown();
    int all = ImpatientProfile.RUNNING + ImpatientProfile.WAITING;
    ExecutorService clients = Executors.newFixedThreadPool(all);
    AtomicBoolean enough = new AtomicBoolean();
    List<CompletableFuture<?>> hanging = new ArrayList<>();
    try {
      for (int i = 0; i < all; i++) {
        hanging.add(CompletableFuture.runAsync(() -> repeat(user, enough), clients));
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
      enough.set(true);
      clients.shutdown();
      gate.arriveAndDeregister();
    }
    for (CompletableFuture<?> request : hanging) {
      request.get(1, TimeUnit.MINUTES);
    }
    awaitIdle();
  }

  /** An operation that has waited until the time limit leaves the queue. */
  private void repeat(User user, AtomicBoolean enough) {
    do {
      user.send(TestNodes.QUERY, Map.of("id", hanging()));
    } while (!enough.get());
  }
}
