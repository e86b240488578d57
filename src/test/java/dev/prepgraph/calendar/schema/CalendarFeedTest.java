package dev.prepgraph.calendar.schema;

import static dev.prepgraph.StatementCounter.during;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prepgraph.GraphQL;
import dev.prepgraph.User;
import dev.prepgraph.calendar.StrictCalendar;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CalendarFeedTest {

  private static final String ROTATE =
      "mutation { rotateCalendarFeed { path calendarFeed { createdAt } userErrors { code } } }";
  private static final String REVOKE =
      "mutation { revokeCalendarFeed { revoked userErrors { code field } } }";
  private static final String FEED = "{ viewer { calendarFeed { createdAt } } }";

  @Inject DataSource dataSource;

  @TestHTTPResource(value = "/metrics", management = true)
  URL metrics;

  private static ExtractableResponse<Response> get(String path) {
    return given().urlEncodingEnabled(false).get(path).then().extract();
  }

  private static String rotate(User user) {
    return user.query(ROTATE).getString("rotateCalendarFeed.path");
  }

  @Test
  void isReadWithItsAddressAlone() {
    User user = User.unknown();
    assertThat(user.query(FEED).<Object>get("viewer.calendarFeed")).isNull();

    JsonPath made = user.query(ROTATE);

    String path = made.getString("rotateCalendarFeed.path");
    assertThat(path).matches("/calendar/[A-Za-z0-9_-]{43}\\.ics");
    assertThat(made.getList("rotateCalendarFeed.userErrors")).isEmpty();
    String createdAt = made.getString("rotateCalendarFeed.calendarFeed.createdAt");
    assertThat(Instant.parse(createdAt)).isBefore(Instant.now().plusSeconds(60));
    assertThat(user.query(FEED).getString("viewer.calendarFeed.createdAt")).isEqualTo(createdAt);
    ExtractableResponse<Response> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualToIgnoringCase("text/calendar; charset=utf-8");
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(StrictCalendar.events(answer.asString())).isEmpty();
  }

  @Test
  void isNotModifiedForItsEntityTag() {
    String path = rotate(User.unknown());
    String tag = get(path).header("ETag");

    assertThat(tag).matches("W/\"[0-9a-f]{32}\"");
    for (String known : List.of(tag, "\"other\", " + tag, "*")) {
      var answer = given().header("If-None-Match", known).get(path).then().extract();
      assertThat(answer.statusCode()).as(known).isEqualTo(304);
      assertThat(answer.body().asByteArray()).isEmpty();
      assertThat(answer.header("ETag")).isEqualTo(tag);
      assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    }
    assertThat(given().header("If-None-Match", "\"other\"").get(path).statusCode()).isEqualTo(200);
    assertThat(given().head(path).header("ETag")).isEqualTo(tag);
    assertThat(given().post(path).statusCode()).isEqualTo(405);
  }

  @Test
  void hasOneAddressAtATime() {
    User user = User.unknown();
    String first = rotate(user);
    String second = rotate(user);

    assertThat(second).isNotEqualTo(first);
    assertThat(get(first).statusCode()).isEqualTo(404);
    assertThat(get(second).statusCode()).isEqualTo(200);
  }

  @Test
  void isEndedByItsUser() {
    User user = User.unknown();
    String path = rotate(user);
    User other = User.unknown();
    String othersPath = rotate(other);

    assertThat(user.query(REVOKE).getBoolean("revokeCalendarFeed.revoked")).isTrue();

    assertThat(get(path).statusCode()).isEqualTo(404);
    assertThat(user.query(FEED).<Object>get("viewer.calendarFeed")).isNull();
    assertThat(get(othersPath).statusCode()).isEqualTo(200);
    JsonPath again = user.query(REVOKE);
    assertThat(again.getBoolean("revokeCalendarFeed.revoked")).isFalse();
    assertThat(again.getString("revokeCalendarFeed.userErrors[0].code")).isEqualTo("NOT_FOUND");
  }

  @Test
  void endsWithItsAccount() {
    User user = User.unknown();
    String path = rotate(user);

    user.query("mutation { deleteMyAccount(input: {confirm: true}) { deleted } }");

    assertThat(get(path).statusCode()).isEqualTo(404);
    user.query(FEED);
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {ROTATE, REVOKE})
  void belongsToSomebody(String document) {
    assertThat(GraphQL.rejection(document)).isEqualTo("UNAUTHENTICATED Log in first");
  }

  @Test
  void doesNotDistinguishWrongSecrets() {
    User user = User.unknown();
    String revoked = rotate(user);
    String valid = rotate(user);
    List<String> wrong =
        new ArrayList<>(
            List.of(
                revoked,
                "/calendar/" + "A".repeat(43) + ".ics",
                "/calendar/x.ics",
                "/calendar/%00.ics",
                "/calendar/%27%20or%20true%20--.ics",
                "/calendar/" + "%F0%9F%98%80".repeat(100) + ".ics",
                valid.replace(".ics", "=.ics"),
                valid.replace(".ics", "%20.ics"),
                valid.replace(".ics", "%00.ics")));
    // The last character of a secret carries unused bits.
    char last = valid.charAt(valid.length() - 5);
    wrong.add(valid.substring(0, valid.length() - 5) + (char) (last + 1) + ".ics");

    for (String path : wrong) {
      List<String> statements =
          during(
              () -> {
                ExtractableResponse<Response> answer = get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
                assertThat(answer.asString())
                    .isEqualTo(
                        "{\"errors\":[{\"message\":\"No calendar feed has this address\",\"extensions\":{\"code\":\"NOT_FOUND\"}}]}");
                assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
              });
      assertThat(statements).as(path).hasSize(1);
    }
  }

  @Test
  void storesNoSecret() throws Exception {
    String path = rotate(User.unknown());
    get(path);
    String secret = path.substring("/calendar/".length(), path.length() - ".ics".length());
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));

    assertThat(
            strings(
                "select f::text from calendar.feed f where digest = '\\x%s'"
                    .formatted(HexFormat.of().formatHex(digest))))
        .hasSize(1)
        .allSatisfy(row -> assertThat(row).doesNotContain(secret));
    assertThat(given().get(metrics).asString())
        .contains("/calendar/{secret}.ics")
        .doesNotContain(secret);
  }

  /** With the candidate's rights and no WHERE. */
  @Test
  void isHiddenByTheDatabase() throws Exception {
    String path = rotate(User.unknown());
    rotate(User.unknown());
    String secret = path.substring("/calendar/".length(), path.length() - ".ics".length());
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("set local role prepgraph_candidate");
        assertThat(count(connection)).isZero();
        statement.execute("reset role");
        statement.execute("select calendar.enter(sha256('" + secret + "'))");
        assertThat(count(connection)).isEqualTo(1);
        var accounts = statement.executeQuery("select count(*) from viewer.account");
        accounts.next();
        assertThat(accounts.getInt(1)).isZero();
        assertThatThrownBy(() -> statement.execute("delete from calendar.feed"))
            .hasMessageContaining("read-only transaction");
      } finally {
        connection.rollback();
      }
    }
  }

  private static int count(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery("select count(*) from calendar.feed")) {
      result.next();
      return result.getInt(1);
    }
  }

  private List<String> strings(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  @Test
  void takesAFixedNumberOfStatements() {
    User user = User.unknown();
    rotate(user);

    // The transaction, and the feed.
    assertThat(during(() -> user.send(FEED, Map.of()))).hasSize(2);
  }
}
