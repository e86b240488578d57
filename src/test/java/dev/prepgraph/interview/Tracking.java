package dev.prepgraph.interview;

import dev.prepgraph.GraphQL;
import dev.prepgraph.User;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.Map;

/** Documents and inputs of interviews. */
final class Tracking {

  static final String FIELDS =
      """
      fragment All on Interview { id company position guide { slug } stage { id name position closed } scheduledAt
        timeZone location notes version createdAt updatedAt history { stage { name } enteredAt } }
      """;

  static final String ERRORS = " userErrors { code field message } ";

  static final String TRACK =
      "mutation($input: TrackInterviewInput!) { trackInterview(input: $input) { interview { ...All }"
          + ERRORS
          + "} } "
          + FIELDS;

  static final String UPDATE =
      "mutation($input: UpdateInterviewInput!) { updateInterview(input: $input) { interview { ...All }"
          + ERRORS
          + "} } "
          + FIELDS;

  static final String MOVE =
      "mutation($id: ID!, $stageId: ID!, $enteredAt: DateTime, $expectedVersion: Int) {"
          + " moveInterview(input: {id: $id, stageId: $stageId, enteredAt: $enteredAt, expectedVersion: $expectedVersion})"
          + " { interview { ...All }"
          + ERRORS
          + "} } "
          + FIELDS;

  static final String DELETE =
      "mutation($id: ID!) { deleteInterview(input: {id: $id}) { deletedId" + ERRORS + "} }";

  static final String NODE = "query($id: ID!) { node(id: $id) { ...All } } " + FIELDS;

  static final String STAGES = "{ viewer { interviewStages { id name position closed } } }";

  private Tracking() {}

  /** A valid interview with changes; null removes a field. */
  static Map<String, Object> input(Object... changes) {
    Map<String, Object> input = new HashMap<>(Map.of("company", "ACME", "position", "Developer"));
    input.putAll(GraphQL.map(changes));
    return Map.of("input", input);
  }

  /** Tracks an interview; returns its id. */
  static String track(User user, Object... changes) {
    return user.query(TRACK, input(changes)).getString("trackInterview.interview.id");
  }

  static JsonPath update(User user, String id, int expectedVersion, Object... changes) {
    Map<String, Object> input = GraphQL.map(changes);
    input.put("id", id);
    input.put("expectedVersion", expectedVersion);
    return user.payload(UPDATE, Map.of("input", input));
  }

  /** The id of the user's stage with a name. */
  static String stage(User user, String name) {
    return user.query(STAGES)
        .getString("viewer.interviewStages.find { it.name == '%s' }.id".formatted(name));
  }

  static JsonPath move(User user, String id, String stage, String enteredAt) {
    return user.payload(MOVE, GraphQL.map("id", id, "stageId", stage, "enteredAt", enteredAt));
  }

  static JsonPath node(User user, String id) {
    return user.payload(NODE, Map.of("id", id));
  }
}
