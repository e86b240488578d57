package dev.prepgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.StatementCounter;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input is coerced before anything executes, alike in variables and in literals. */
@QuarkusTest
class CoercionTest {

  private static final String TIME =
      "must be an ISO-8601 timestamp, for example 2027-03-01T10:00:00Z";
  private static final String INTEGER = "must be an integer from -2147483648 to 2147483647";
  private static final String ID = "must be an ID: a string or an integer";

  private final User user = User.unknown();

  /** A request error, without any execution. */
  private void rejects(String document, Map<String, Object> variables, String message) {
    JsonPath[] response = new JsonPath[1];
    assertThat(StatementCounter.during(() -> response[0] = user.send(document, variables)))
        .isEmpty();
    assertThat(response[0].getMap("")).containsOnlyKeys("errors");
    assertThat(response[0].getList("errors.message")).containsExactly(message);
    assertThat(response[0].getList("errors.extensions.code")).containsExactly("BAD_REQUEST");
    assertThat(response[0].getInt("errors[0].locations[0].line")).isEqualTo(1);
  }

  private static Object json(String value) {
    return new JsonArray("[" + value.replace('\'', '"') + "]").getList().get(0);
  }

  private static Map<String, Object> variable(String name, Object value) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(name, value);
    return variables;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'2027-03-01T10:00'", // no offset
        "'2027-03-01'",
        "'2027-03-01 10:00:00Z'",
        "'12027-03-01T10:00:00Z'",
        "'-2027-03-01T10:00:00Z'",
        "'0000-03-01T10:00:00Z'",
        "'9999-12-31T23:59:59-01:00'", // another year in UTC
        "'2027-03-01T24:00:00Z'",
        "'2027-06-30T23:59:60Z'",
        "'2027-02-29T10:00:00Z'",
        "'2027-03-01T10:00:00.0000000001Z'",
        "' 2027-03-01T10:00:00Z'",
        "''",
        "'x'",
        "1",
        "1.5",
        "true",
      })
  void rejectsMalformedTimestamps(String value) {
    String twice =
        "mutation%s { a: rotateCalendarFeed { path } b: trackInterview(input: {company: \"A\", position: \"B\", scheduledAt: %s}) { interview { id } } }";
    rejects(twice.formatted("($d: DateTime)", "$d"), variable("d", json(value)), "$d " + TIME);
    rejects(twice.formatted("", value.replace('\'', '"')), Map.of(), "input.scheduledAt " + TIME);
    assertThat(user.query("{ viewer { calendarFeed { createdAt } } }").getMap("viewer"))
        .containsEntry("calendarFeed", null);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-01T10:00Z, 2027-03-01T10:00:00Z",
    "2027-03-01T10:00:00Z, 2027-03-01T10:00:00Z",
    "2027-03-01t10:00:00z, 2027-03-01T10:00:00Z",
    "2027-03-01T10:00+01:00, 2027-03-01T09:00:00Z",
    "2027-03-01T10:00:00.5-05:30, 2027-03-01T15:30:00.500Z",
    "2027-03-01T10:00:00.123456789Z, 2027-03-01T10:00:00.123456Z", // as the database stores it
  })
  void acceptsEveryIsoTimestamp(String value, String stored) {
    String literal =
        "mutation { trackInterview(input: {company: \"A\", position: \"B\", scheduledAt: \"%s\"}) { interview { scheduledAt } } }";
    String field = "trackInterview.interview.scheduledAt";
    assertThat(user.query(literal.formatted(value)).getString(field)).isEqualTo(stored);
    String variable =
        "mutation($i: TrackInterviewInput!) { trackInterview(input: $i) { interview { id scheduledAt } } }";
    Map<String, Object> input =
        Map.of("i", Map.of("company", "A", "position", "B", "scheduledAt", value));
    JsonPath tracked = user.query(variable, input);
    assertThat(tracked.getString(field)).isEqualTo(stored);
  }

  /** A DateTime as an argument. */
  @Test
  void acceptsTimestampsAsArguments() {
    String move =
        "mutation($id: ID!, $at: DateTime) { moveInterview(input: {id: $id, stageId: \"x\", enteredAt: $at}) { userErrors { code } } }";
    assertThat(
            user.query(move, Map.of("id", "x", "at", "2026-01-01T10:00+01:00"))
                .getList("moveInterview.userErrors.code"))
        .containsExactly("NOT_FOUND");
    rejects(move, Map.of("id", "x", "at", "2026-01-01"), "$at " + TIME);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ID! | node(id: $v) { id } | 1.5 | " + ID,
        "ID! | node(id: $v) { id } | true | " + ID,
        "ID! | node(id: $v) { id } | {} | " + ID,
        "ID! | node(id: $v) { id } | ['x'] | " + ID,
        "ID! | node(id: $v) { id } | null | must not be null",
        "[ID!]! | nodes(ids: $v) { id } | ['x', 1.5] | [1] " + ID,
        "[ID!]! | nodes(ids: $v) { id } | ['x', null] | [1] must not be null",
        "Int | questions(first: $v) { totalCount } | 2147483648 | " + INTEGER,
        "Int | questions(first: $v) { totalCount } | 1.5 | " + INTEGER,
        "Int | questions(first: $v) { totalCount } | '1' | " + INTEGER,
        "String | roleGuide(slug: $v) { id } | 1 | must be a String",
        "String | roleGuide(slug: $v) { id } | ['x'] | must be a String",
        "QuestionFilterInput | questions(filter: $v) { totalCount } | {'difficulty': 'SIMPLE'} | .difficulty must be one of EASY, HARD, MEDIUM",
        "QuestionFilterInput | questions(filter: $v) { totalCount } | {'difficulty': 1} | .difficulty must be one of EASY, HARD, MEDIUM",
        "QuestionFilterInput | questions(filter: $v) { totalCount } | {'secret': 1} | has a field that QuestionFilterInput does not have",
        "QuestionFilterInput | questions(filter: $v) { totalCount } | 'x' | must be an object",
      })
  void namesThePathAndTheExpectedForm(String type, String field, String value, String mistake) {
    String path = mistake.startsWith("[") || mistake.startsWith(".") ? "$v" : "$v ";
    rejects(
        "query($v: " + type + ") { " + field + " }", variable("v", json(value)), path + mistake);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "node(id: 1.5) { id } | id " + ID,
        "node(id: true) { id } | id " + ID,
        "nodes(ids: [\"x\", 1.5]) { id } | ids[1] " + ID,
        "questions(first: 1.0) { totalCount } | first " + INTEGER,
        "questions(first: \"1\") { totalCount } | first " + INTEGER,
        "roleGuide(slug: 1) { id } | slug must be a String",
        "questions(filter: {difficulty: SIMPLE}) { totalCount } | filter.difficulty must be one of EASY, HARD, MEDIUM",
      })
  void namesTheArgumentOfLiterals(String field, String message) {
    rejects("{ " + field + " }", Map.of(), message);
  }

  @Test
  void acceptsWhatTheSpecificationAllows() {
    assertThat(user.query("{ node(id: 12) { id } }").getMap("")).containsEntry("node", null);
    for (Object id : List.of("x", 12, 12_345_678_901L)) {
      assertThat(
              user.query("query($id: ID!) { node(id: $id) { id } }", Map.of("id", id)).getMap(""))
          .containsEntry("node", null);
    }
    assertThat(
            user.query(
                    "query($n: Int) { questions(first: $n) { edges { cursor } } }",
                    Map.of("n", 2.0))
                .getList("questions.edges"))
        .hasSize(2);
    assertThat(
            user.query("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", Map.of("ids", "x"))
                .getList("nodes"))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2027-3-1", "02027-03-01", "0000-01-01", "2027-02-29", "2027-03-01T00:00Z"})
  void rejectsMalformedDates(String value) {
    String days =
        "query($d: Date) { viewer { prepPlans(first: 1) { edges { node { days(from: $d) { date } } } } } }";
    rejects(days, Map.of("d", value), "$d must be an ISO-8601 date, for example 2027-03-01");
  }

  /** A variable with a default may be null where an argument may not. */
  @Test
  void executesNothingOfAnOperationWithAForbiddenNull() {
    String document =
        "mutation($id: ID = \"x\") { a: rotateCalendarFeed { path } b: deleteSavedAnswer(input: {id: $id}) { deletedId } }";
    rejects(document, variable("id", null), "An argument of deleteSavedAnswer must not be null");
  }
}
