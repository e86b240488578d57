package dev.prepgraph.answer;

import dev.prepgraph.GraphQL;
import dev.prepgraph.User;
import io.restassured.path.json.JsonPath;
import java.util.Map;

/** Documents and inputs of saved answers. */
public final class Answers {

  static final String FIELDS =
      "id version status body star { situation task action result } stale createdAt updatedAt";

  static final String SAVE =
      "mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { savedAnswer { "
          + FIELDS
          + " } userErrors { code field } } }";

  private Answers() {}

  static Map<String, Object> input(String question, int expectedVersion, Object... more) {
    Map<String, Object> input = GraphQL.map(more);
    input.put("questionId", question);
    input.put("expectedVersion", expectedVersion);
    return Map.of("input", input);
  }

  /** The answer of a save that must succeed. */
  public static JsonPath save(User user, String question, int expectedVersion, Object... more) {
    return user.mutate(SAVE, input(question, expectedVersion, more))
        .setRootPath("data.saveAnswer.savedAnswer");
  }

  /** The only user error of a save. */
  static String saveError(User user, Map<String, Object> input) {
    return GraphQL.error(user.payload(SAVE, input));
  }
}
