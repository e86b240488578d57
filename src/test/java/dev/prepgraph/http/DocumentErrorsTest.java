package dev.prepgraph.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors in documents say where and what was expected, and never repeat a value. */
@QuarkusTest
class DocumentErrorsTest {

  private static JsonPath send(String document) {
    return given()
        .contentType("application/json")
        .body(Map.of("query", document))
        .post("/graphql")
        .jsonPath();
  }

  private static JsonPath error(String document) {
    JsonPath response = send(document);
    assertThat(response.prettify()).doesNotContain("secret", "Antlr", "graphql.");
    assertThat(response.getList("errors")).hasSize(1);
    assertThat(response.getString("errors[0].extensions.code")).isEqualTo("BAD_REQUEST");
    return response.setRootPath("errors[0]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ catalogue { revision } | 1:25 | found the end of the document, expected '}'",
        "{ catalogue { } } | 1:15 | found '}', expected '...' or a name",
        "{ questions(first 1) { totalCount } } | 1:19 | found a number, expected ':'",
        "{ questions(first: ) { totalCount } } | 1:20 | found ')', expected '$', '[', '{', a name, a number or a string",
        "query ($a Int) { __typename } | 1:11 | found a name, expected ':'",
        "secret | 1:1 | found a name, expected an operation or a fragment",
        "{ node(id: \"secret) { id } } | 1:12 | a string is not closed, or a character is not allowed",
        "{ __typename } secret | 1:16 | found a name, expected an operation or a fragment",
      })
  void ofSyntax(String document, String position, String mistake) {
    JsonPath error = error(document);
    String[] parts = position.split(":");

    assertThat(error.getString("message"))
        .isEqualTo("Syntax error at line %s, column %s: %s".formatted(parts[0], parts[1], mistake));
    assertThat(error.getString("locations[0].column")).isEqualTo(parts[1]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "questions(filter: {difficulty: \"secret\"}) { totalCount } | filter.difficulty must be one of EASY, HARD, MEDIUM",
        "questions(filter: {difficulty: \"is not a valid 'Question'\"}) { totalCount } | filter.difficulty must be one of EASY, HARD, MEDIUM",
        "questions(filter: {text: 1}) { totalCount } | filter.text must be a String",
        "questions(filter: \"secret\") { totalCount } | filter must be an object",
        "questions(filter: {secretly: 1}) { totalCount } | filter has a field that QuestionFilterInput does not have",
        "questions(orderBy: {direction: ASC}) { totalCount } | orderBy must have the fields field",
        "questions(orderBy: null, first: \"is not a valid 'Int'\") { totalCount } | first must be an integer from -2147483648 to 2147483647",
        "nodes(ids: [\"a\", null]) { id } | ids[1] must not be null",
      })
  void ofLiterals(String field, String message) {
    assertThat(error("{ " + field + " }").getString("message")).isEqualTo(message);
  }

  /** Behind a character that the lexer rejects, the nesting is not limited. */
  @Test
  void ofSyntaxBeforeDeepNesting() {
    assertThat(error("% " + "{a".repeat(8_000)).getString("message"))
        .isEqualTo(
            "Syntax error at line 1, column 1: a string is not closed, or a character is not allowed");
  }

  @Test
  void listNoMoreThanAHundred() {
    assertThat(send("{ " + "a b c d e f g h ".repeat(20) + "}").getList("errors"))
        .hasSizeBetween(8, 100);
  }
}
