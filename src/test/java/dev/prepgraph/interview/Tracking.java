package dev.prepgraph.interview;

import dev.prepgraph.User;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tests of interviews ask for. */
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
          + " moveInterview(id: $id, stageId: $stageId, enteredAt: $enteredAt, expectedVersion: $expectedVersion)"
          + " { interview { ...All }"
          + ERRORS
          + "} } "
          + FIELDS;

  static final String DELETE =
      "mutation($id: ID!) { deleteInterview(id: $id) { deletedId" + ERRORS + "} }";

  static final String NODE = "query($id: ID!) { node(id: $id) { ...All } } " + FIELDS;

  static final String STAGES = "{ viewer { interviewStages { id name position closed } } }";

  private Tracking() {}

  /** An interview that is all in order, with changes; a null takes a field out. */
  static Map<String, Object> input(Object... changes) {
    Map<String, Object> input = new HashMap<>(Map.of("company", "ACME", "position", "Developer"));
    for (int i = 0; i < changes.length; i += 2) {
      input.put((String) changes[i], changes[i + 1]);
    }
    return Map.of("input", input);
  }

  /** Tracks an interview; returns its id. */
  static String track(User user, Object... changes) {
    return user.query(TRACK, input(changes)).getString("trackInterview.interview.id");
  }

  static JsonPath update(User user, String id, int expectedVersion, Object... changes) {
    Map<String, Object> input = new HashMap<>(Map.of("id", id, "expectedVersion", expectedVersion));
    for (int i = 0; i < changes.length; i += 2) {
      input.put((String) changes[i], changes[i + 1]);
    }
    return user.query(UPDATE, Map.of("input", input)).setRootPath("data.updateInterview");
  }

  /** The id of the user's stage with a name. */
  static String stage(User user, String name) {
    return user.query(STAGES)
        .getString("viewer.interviewStages.find { it.name == '%s' }.id".formatted(name));
  }

  static JsonPath move(User user, String id, String stage, String enteredAt) {
    Map<String, Object> variables = new HashMap<>(Map.of("id", id, "stageId", stage));
    variables.put("enteredAt", enteredAt);
    return user.query(MOVE, variables).setRootPath("data.moveInterview");
  }

  static JsonPath node(User user, String id) {
    return user.query(NODE, Map.of("id", id)).setRootPath("data.node");
  }

  /** The code and path of each user error under the root path. */
  static List<String> errors(JsonPath payload) {
    return payload.<Map<String, Object>>getList("userErrors").stream()
        .map(error -> error.get("code") + " " + error.get("field"))
        .toList();
  }
}
