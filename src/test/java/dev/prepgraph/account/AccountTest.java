package dev.prepgraph.account;

import static dev.prepgraph.GraphQL.errors;
import static dev.prepgraph.Published.questions;
import static dev.prepgraph.answer.Answers.save;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.GraphQL;
import dev.prepgraph.IdentityProvider;
import dev.prepgraph.OwnerSql;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.User;
import dev.prepgraph.account.transfer.FullAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AccountTest {

  private static final String ERASE =
      "mutation ($yes: Boolean!) { deleteMyAccount(input: {confirm: $yes}) { deletedId deleted userErrors { code field } } }";

  @Inject DataSource database;

  private final User user = User.unknown();

  private static boolean erase(User user) {
    return user.query(ERASE, Map.of("yes", true)).getBoolean("deleteMyAccount.deleted");
  }

  private void saveSome() {
    List<String> questions = questions(3);
    save(user, questions.get(0), 0, "body", "uno ü \"quoted\"\n😀");
    save(user, questions.get(0), 1, "body", "due", "status", "READY");
    save(user, questions.get(1), 0, "star", Map.of("situation", "S", "action", ""));
    save(user, questions.get(2), 0, "body", "");
  }

  @Test
  void importsLargeExportsByHttp() {
    for (String question : questions(6)) {
      save(user, question, 0, "body", "x😀".repeat(10_000));
    }
    String export = user.export().toString();
    assertThat(export.length()).isGreaterThan(150_000);
    User other = User.unknown();
    other
        .request()
        .contentType("application/json")
        .header("Idempotency-Key", "once")
        .body(export)
        .post("/account/import")
        .then()
        .statusCode(200)
        .body("imported", is(6));
    other
        .request()
        .contentType("application/json")
        .body("{}")
        .post("/account/import")
        .then()
        .statusCode(422)
        .body("userErrors[0].code", is("INVALID"));
    given()
        .contentType("application/json")
        .body(export)
        .post("/account/import")
        .then()
        .statusCode(401)
        .body("errors[0].extensions.code", is("UNAUTHENTICATED"));
  }

  @Test
  void importsManyEntries() {
    List<String> questions = questions(100);
    for (int i = 0; i < questions.size(); i++) {
      save(user, questions.get(i), 0, "body", "answer " + i);
    }
    ObjectNode export = user.export();
    ArrayNode answers = (ArrayNode) export.get("savedAnswers");
    for (int i = 0; i < 7; i++) {
      ObjectNode unknown = answers.get(0).deepCopy();
      ((ObjectNode) unknown.get("question")).put("slug", "unknown-" + i).remove("id");
      answers.add(unknown);
    }
    User other = User.unknown();
    JsonPath taken = other.importMyData(export.toString(), null);
    assertThat(taken.getInt("imported")).isEqualTo(100);
    assertThat(taken.getList("skipped.path"))
        .isEqualTo(IntStream.range(100, 107).mapToObj(i -> "/savedAnswers/" + i).toList());
    assertThat(other.export().get("savedAnswers")).isEqualTo(user.export().get("savedAnswers"));

    ((ObjectNode) answers.get(104)).put("createdAt", "1900-01-01T00:00:00Z");
    assertThat(
            User.unknown().importMyData(export.toString(), null).getString("userErrors[0].message"))
        .startsWith("/savedAnswers/104: ");
    while (answers.size() <= 10_000) {
      answers.add(answers.get(106));
    }
    answers.set(104, answers.get(106));
    user.request()
        .contentType("application/json")
        .body(export.toString())
        .post("/account/import")
        .then()
        .statusCode(422)
        .body("userErrors[0].message", is("/savedAnswers: there are more than 10000"));
  }

  @Test
  void failsBeforeThePartialExportIsSent() {
    String question = questions(1).get(0);
    for (int i = 0; i < 70; i++) {
      save(user, question, i, "body", i + " " + "x".repeat(3_000));
    }
    // The sixtieth row cannot be read, when the first ones are written already.
    StatementCounter.rewrite(
        sql ->
            sql.replaceFirst(
                "a.created_at, r.version,\n",
                "a.created_at, r.version + (random() * 0)::int / (60 - r.version) as version,\n"));
    try {
      user.request()
          .get("/account/export")
          .then()
          .statusCode(500)
          .header("Cache-Control", "private, no-store")
          .header("Content-Disposition", nullValue())
          .body("errors[0].extensions.code", is("INTERNAL"))
          .body("savedAnswers", nullValue());
    } finally {
      StatementCounter.rewrite(UnaryOperator.identity());
    }
    assertThat(user.export().at("/savedAnswers/0/revisions")).hasSize(70);
  }

  @Test
  void rejectsAnonymousImportsUnread() {
    given()
        .contentType("application/json")
        .body("x".repeat(20_000_000))
        .post("/account/import")
        .then()
        .statusCode(401);
  }

  @Test
  void rejectsOtherMethodsAndMediaTypes() {
    user.request().get("/account/import").then().statusCode(405);
    user.request()
        .contentType("text/plain")
        .body("x")
        .post("/account/import")
        .then()
        .statusCode(415);
  }

  @Test
  void waitsForConcurrentWritesWithATimeout() throws SQLException {
    saveSome();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "select from viewer.account where subject = '" + user.subject() + "' for update");
      assertThat(user.rejection(ERASE, Map.of("yes", true))).startsWith("UNAVAILABLE ");
      connection.rollback();
      connection.setAutoCommit(true);
    }
    assertThat(erase(user)).isTrue();
  }

  /** The document alone decides: a user without answers is rejected, too. */
  @Test
  void limitsTheTextOfOneRead() {
    save(user, questions(1).get(0), 0, "star", Map.of("task", "x".repeat(20_000)));
    for (User one : List.of(user, User.unknown())) {
      assertThat(one.query(listed(3)).getMap("viewer")).hasSize(3);
      assertThat(one.rejection(listed(4), Map.of()))
          .isEqualTo(
              "TOO_COMPLEX The operation costs 3294605, more than 3000000; select fewer fields or entries");
    }
  }

  private static String listed(int times) {
    return IntStream.range(0, times)
        .mapToObj(
            i ->
                "a%d: savedAnswers(first: 50) { edges { node { revisions(first: 50) { edges { node { body } } } } } }"
                    .formatted(i))
        .collect(Collectors.joining(" ", "{ viewer { ", " } }"));
  }

  @Test
  void neverReplacesExistingEntries() {
    saveSome();
    String export = user.export().toString();
    save(user, questions(1).get(0), 2, "body", "newer");

    JsonPath again = user.importMyData(export, null);
    assertThat(again.getInt("imported")).isZero();
    assertThat(again.getList("skipped.reason")).isEqualTo(List.of("EXISTS", "EXISTS", "EXISTS"));
    assertThat(again.getString("skipped[2].path")).isEqualTo("/savedAnswers/2");
    assertThat(user.export().at("/savedAnswers/0/revisions/2/body").asText()).isEqualTo("newer");
  }

  @Test
  void reportsSkippedEntries() {
    saveSome();
    ObjectNode export = user.export();
    ObjectNode unknown = (ObjectNode) export.at("/savedAnswers/1/question");
    unknown.put("slug", "no-such-question").remove("id");
    ((ArrayNode) export.get("savedAnswers")).add(export.at("/savedAnswers/0"));

    JsonPath taken = User.unknown().importMyData(export.toString(), null);
    assertThat(taken.getInt("imported")).isEqualTo(2);
    assertThat(taken.getList("skipped"))
        .isEqualTo(
            List.of(
                Map.of("path", "/savedAnswers/1", "reason", "UNKNOWN"),
                Map.of("path", "/savedAnswers/3", "reason", "EXISTS")));
  }

  @ParameterizedTest
  @CsvSource({"nonsense", "[]", "''", "1 2", "'{\"format\":1,\"format\":2}'"})
  void rejectsMalformedJson(String data) {
    JsonPath payload = user.importMyData(data, null);
    assertThat(errors(payload)).containsExactly("INVALID [input, data]");
    assertThat(payload.getInt("imported")).isZero();
  }

  @Test
  void importsOnceForAnIdempotencyKey() {
    saveSome();
    String export = user.export().toString();
    User other = User.unknown();
    assertThat(other.importMyData(export, "key").getInt("imported")).isEqualTo(3);
    assertThat(other.importMyData(export, "key").getInt("imported")).isEqualTo(3);
    assertThat(other.importMyData(export, "other key").getInt("imported")).isZero();
    JsonPath conflict = other.importMyData(export.replace("due", "tre"), "key");
    assertThat(conflict.getString("userErrors[0].code")).isEqualTo("CONFLICT");
    assertThat(conflict.getList("userErrors[0].field"))
        .isEqualTo(List.of("input", "idempotencyKey"));
    // A key is one account's own.
    assertThat(User.unknown().importMyData(export, "key").getInt("imported")).isEqualTo(3);
    for (String key : List.of("", "x".repeat(256))) {
      assertThat(other.importMyData(export, key).getString("userErrors[0].code"))
          .isEqualTo("INVALID");
    }
    assertThat(User.unknown().importMyData(export, "😀".repeat(255)).getInt("imported"))
        .isEqualTo(3);
  }

  @Test
  void importsOnceForConcurrentCalls() throws Exception {
    saveSome();
    String export = user.export().toString();
    User other = User.unknown();
    assertThat(atOnce(8, () -> other.importMyData(export, "key").getInt("imported")))
        .containsOnly(3);
    assertThat(other.export().get("savedAnswers")).hasSize(3);
  }

  @Test
  void isCreatedOnceByConcurrentRequests() throws Exception {
    assertThat(Set.copyOf(atOnce(16, () -> user.query("{ viewer { id } }").getString("viewer.id"))))
        .hasSize(1);
    assertThat(
            OwnerSql.count(
                "select count(*) from viewer.account where subject = '" + user.subject() + "'"))
        .isEqualTo(1);
  }

  private static <T> List<T> atOnce(int clients, Callable<T> call) throws Exception {
    var pool = Executors.newFixedThreadPool(clients);
    try {
      List<T> results = new ArrayList<>();
      for (var result : pool.invokeAll(Stream.generate(() -> call).limit(clients).toList())) {
        results.add(result.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void isErasedWithoutATrace() throws SQLException {
    FullAccount.fill(user);
    user.importMyData(user.export().toString(), "a key of mine");
    String account = accountOf(user);
    assertThat(tracesOf(account)).isGreaterThan(5);
    assertThat(tracesOf(user.subject())).isEqualTo(1);
    String body = "only once " + account;
    save(user, questions(100).get(99), 0, "body", body);
    assertThat(tracesOf(body)).isEqualTo(1);

    String viewer = user.query("{ viewer { id } }").getString("viewer.id");
    JsonPath erased = user.query(ERASE, Map.of("yes", true)).setRootPath("data.deleteMyAccount");
    assertThat(erased.getBoolean("deleted")).isTrue();
    assertThat(erased.getString("deletedId")).isEqualTo(viewer);

    assertThat(tracesOf(account)).isEqualTo(1);
    assertThat(tracesOf(user.subject())).isZero();
    assertThat(
            OwnerSql.count(
                "select count(*) from viewer.erasure where account_id = '" + account + "'"))
        .isEqualTo(1);
    assertThat(
            user.query("{ viewer { savedAnswers { totalCount } } }")
                .getInt("viewer.savedAnswers.totalCount"))
        .isZero();
    assertThat(accountOf(user)).isNotEqualTo(account);
    assertThat(save(user, questions(1).get(0), 0, "body", "first").getInt("version")).isEqualTo(1);
  }

  private String accountOf(User user) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select id from viewer.account where subject = '" + user.subject() + "'")) {
      row.next();
      return row.getString(1);
    }
  }

  /** How many rows of any table hold a text. */
  private int tracesOf(String text) throws SQLException {
    int traces = 0;
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "select schemaname || '.' || tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        traces +=
            OwnerSql.count(
                "select count(*) from " + table + " t where t::text like '%" + text + "%'");
      }
    }
    return traces;
  }

  @Test
  void isErasedOnlyWhenConfirmed() {
    saveSome();
    JsonPath rejected = user.query(ERASE, Map.of("yes", false));
    assertThat(rejected.getBoolean("deleteMyAccount.deleted")).isFalse();
    assertThat(rejected.getList("deleteMyAccount.userErrors[0].field"))
        .isEqualTo(List.of("input", "confirm"));
    assertThat(rejected.getString("deleteMyAccount.deletedId")).isNull();
    assertThat(user.export().get("savedAnswers")).hasSize(3);
  }

  @Test
  void requiresALogin() {
    assertThat(GraphQL.rejection(ERASE, Map.of("yes", true)))
        .isEqualTo("UNAUTHENTICATED Log in first");
    assertThat(GraphQL.rejection("mutation { importMyData(input: {data: \"{}\"}) { imported } }"))
        .isEqualTo("UNAUTHENTICATED Log in first");
    given().get("/account/export").then().statusCode(401);
  }

  @Test
  void identifiesUsersBySubject() {
    JsonNode first = user.export().get("account");
    var claims = IdentityProvider.claims(user.subject());
    claims.setClaim("email", "moved@example.org");
    claims.setClaim("name", "Renamed");
    User moved = new User(user.subject(), IdentityProvider.sign(claims));
    assertThat(moved.export().get("account")).isEqualTo(first);
    JsonPath viewer = moved.query("{ viewer { displayName email } }");
    assertThat(viewer.getString("viewer.email")).isEqualTo("moved@example.org");
    assertThat(viewer.getString("viewer.displayName")).isEqualTo("Renamed");
  }
}
