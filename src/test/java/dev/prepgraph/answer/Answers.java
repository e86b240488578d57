package dev.prepgraph.answer;

import dev.prepgraph.GraphQL;
import dev.prepgraph.User;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tests do with saved answers. */
public final class Answers {

  static final String FIELDS =
      "id version status body star { situation task action result } stale createdAt updatedAt";

  static final String SAVE =
      "mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { savedAnswer { "
          + FIELDS
          + " } userErrors { code field } } }";

  private Answers() {}

  /** The ids of published questions, in the catalogue's order. */
  public static List<String> questions(int count) {
    return GraphQL.query(
            "query ($n: Int!) { questions(first: $n) { edges { node { id } } } }",
            Map.of("n", count))
        .getList("questions.edges.node.id");
  }

  static Map<String, Object> input(String question, int expectedVersion, Object... more) {
    Map<String, Object> input = new HashMap<>();
    input.put("questionId", question);
    input.put("expectedVersion", expectedVersion);
    for (int i = 0; i < more.length; i += 2) {
      input.put((String) more[i], more[i + 1]);
    }
    return Map.of("input", input);
  }

  /** The payload of a save. */
  static JsonPath send(User user, Map<String, Object> input) {
    return user.query(SAVE, input).setRootPath("data.saveAnswer");
  }

  /** The answer that a save, which must work, gives back. */
  public static JsonPath save(User user, String question, int expectedVersion, Object... more) {
    JsonPath payload = send(user, input(question, expectedVersion, more));
    if (!payload.getList("userErrors").isEmpty()) {
      throw new AssertionError(payload.prettify());
    }
    return payload.setRootPath("data.saveAnswer.savedAnswer");
  }

  /** The code and the field path of the only mistake of a save. */
  static String mistake(User user, Map<String, Object> input) {
    return mistake(user.query(SAVE, input), "saveAnswer");
  }

  static String mistake(JsonPath data, String mutation) {
    data.setRootPath("data." + mutation);
    if (data.getList("userErrors").size() != 1) {
      throw new AssertionError(data.prettify());
    }
    List<String> field = data.getList("userErrors[0].field");
    return data.getString("userErrors[0].code")
        + (field == null ? "" : " " + String.join(".", field));
  }
}
