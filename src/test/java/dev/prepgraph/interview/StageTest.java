package dev.prepgraph.interview;

import static dev.prepgraph.GraphQL.errors;
import static dev.prepgraph.StatementCounter.during;
import static dev.prepgraph.interview.Tracking.move;
import static dev.prepgraph.interview.Tracking.node;
import static dev.prepgraph.interview.Tracking.stage;
import static dev.prepgraph.interview.Tracking.track;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.GraphQL;
import dev.prepgraph.RowSecurityTest;
import dev.prepgraph.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StageTest {

  private static final String PAYLOAD =
      " { interviewStages { id name position closed } userErrors { code field } } }";
  private static final String NODES =
      "query($ids: [ID!]!) { nodes(ids: $ids) { ... on InterviewStage { id name position closed } } }";
  private static final String ADD =
      "mutation($input: AddInterviewStageInput!) { addInterviewStage(input: $input)" + PAYLOAD;
  private static final String RENAME =
      "mutation($id: ID!, $name: String!) { renameInterviewStage(input: {id: $id, name: $name})"
          + PAYLOAD;
  private static final String CLOSE =
      "mutation($id: ID!, $closed: Boolean!) { setInterviewStageClosed(input: {id: $id, closed: $closed})"
          + PAYLOAD;
  private static final String REORDER =
      "mutation($ids: [ID!]!) { reorderInterviewStages(input: {ids: $ids})" + PAYLOAD;
  private static final String DELETE =
      "mutation($id: ID!) { deleteInterviewStage(input: {id: $id})" + PAYLOAD;

  private static JsonPath add(User user, String name, Object... more) {
    Map<String, Object> input = GraphQL.map(more);
    input.put("name", name);
    return user.payload(ADD, Map.of("input", input));
  }

  private static List<String> names(User user) {
    return user.query(Tracking.STAGES).getList("viewer.interviewStages.name");
  }

  @Test
  void areADefaultSetAtFirst() {
    User user = User.unknown();

    JsonPath stages = user.query(Tracking.STAGES);

    assertThat(stages.getList("viewer.interviewStages.name"))
        .containsExactly(
            "Saved",
            "Applied",
            "Screening",
            "Interview",
            "Offer",
            "Accepted",
            "Rejected",
            "Withdrawn");
    assertThat(stages.getList("viewer.interviewStages.position"))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(stages.getList("viewer.interviewStages.closed"))
        .containsExactly(false, false, false, false, false, true, true, true);
    assertThat(user.query(Tracking.STAGES).getList("viewer.interviewStages.id"))
        .isEqualTo(stages.getList("viewer.interviewStages.id"));
  }

  @Test
  void areCreatedOnceByConcurrentRequests() throws Exception {
    User user = User.unknown();
    var many = Executors.newFixedThreadPool(4);
    Callable<List<String>> ask = () -> names(user);

    for (var names : many.invokeAll(Collections.nCopies(4, ask))) {
      assertThat(names.get()).hasSize(8);
    }
    many.shutdown();
    assertThat(names(user)).hasSize(8);
  }

  @Test
  void areAdded() {
    User user = User.unknown();

    JsonPath added = add(user, "On site", "closed", true);

    assertThat(errors(added)).isEmpty();
    assertThat(added.getString("interviewStages[8].name")).isEqualTo("On site");
    assertThat(added.getInt("interviewStages[8].position")).isEqualTo(9);
    assertThat(added.getBoolean("interviewStages[8].closed")).isTrue();
    assertThat(errors(add(user, "ON SITE"))).containsExactly("DUPLICATE [input, name]");
    assertThat(errors(add(user, " "))).containsExactly("INVALID [input, name]");
    assertThat(errors(add(user, "x".repeat(61)))).containsExactly("TOO_LARGE [input, name]");
    assertThat(add(user, "x").getBoolean("interviewStages[9].closed")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {" Applied", "APPLIED\u00A0", "App\u200Blied", "Ａｐｐｌｉｅｄ", "applied"})
  void haveNamesThatLookDifferent(String name) {
    User user = User.unknown();

    assertThat(errors(add(user, name))).containsExactly("DUPLICATE [input, name]");
    String offer = stage(user, "Offer");
    assertThat(errors(user.payload(RENAME, Map.of("id", offer, "name", name))))
        .containsExactly("DUPLICATE [input, name]");
    String applied = stage(user, "Applied");
    assertThat(errors(user.payload(RENAME, Map.of("id", applied, "name", name)))).isEmpty();
    assertThat(names(user)).hasSize(8).contains(name);
  }

  @ParameterizedTest
  @CsvSource({"groß, GROẞ", "ilk, İlk", "ΟΔΟΣ, οδος"})
  void haveNamesThatDifferInMoreThanCase(String name, String other) {
    User user = User.unknown();
    add(user, name);

    assertThat(errors(add(user, other))).containsExactly("DUPLICATE [input, name]");
    String offer = stage(user, "Offer");
    assertThat(errors(user.payload(RENAME, Map.of("id", offer, "name", other))))
        .containsExactly("DUPLICATE [input, name]");
    assertThat(names(user)).hasSize(9).contains(name, "Offer");
  }

  @Test
  void haveDifferentNamesWhenTwoDevicesAddThemAtOnce() throws Exception {
    User user = User.unknown();
    var devices = Executors.newFixedThreadPool(4);
    List<Callable<List<String>>> adds =
        List.of(
            () -> errors(add(user, "On site")),
            () -> errors(add(user, "ON  SITE")),
            () -> errors(add(user, "On\u00A0site ")),
            () -> errors(add(user, "Ｏn site")));
    List<String> rejected = new ArrayList<>();
    for (var result : devices.invokeAll(adds)) {
      rejected.addAll(result.get());
    }
    devices.shutdown();

    assertThat(rejected).hasSize(3).containsOnly("DUPLICATE [input, name]");
    assertThat(names(user)).hasSize(9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00A0", "\u200B\u2060", "\u2800", "\u3164"})
  void haveNamesThatCanBeSeen(String name) {
    assertThat(errors(add(User.unknown(), name))).containsExactly("INVALID [input, name]");
  }

  @Test
  void areAddedOnceForAnIdempotencyKey() {
    User user = User.unknown();

    add(user, "On site", "idempotencyKey", "k");

    assertThat(add(user, "On site", "idempotencyKey", "k").getList("interviewStages")).hasSize(9);
    assertThat(errors(add(user, "Other", "idempotencyKey", "k")))
        .containsExactly("CONFLICT [input, idempotencyKey]");
  }

  @Test
  void areLimited() {
    User user = User.unknown();
    for (int i = 9; i <= 30; i++) {
      assertThat(errors(add(user, "Stage " + i))).isEmpty();
    }

    assertThat(errors(add(user, "One too many"))).containsExactly("LIMIT_REACHED null");
    assertThat(names(user)).hasSize(30);
  }

  @Test
  void areRenamedAlsoInTheHistory() {
    User user = User.unknown();
    String id = track(user);
    String saved = stage(user, "Saved");

    JsonPath renamed = user.payload(RENAME, Map.of("id", saved, "name", "Found"));

    assertThat(errors(renamed)).isEmpty();
    assertThat(renamed.getString("interviewStages[0].name")).isEqualTo("Found");
    assertThat(node(user, id).getList("history.stage.name")).containsExactly("Found");
    assertThat(errors(user.payload(RENAME, Map.of("id", saved, "name", "applied"))))
        .containsExactly("DUPLICATE [input, name]");
    assertThat(errors(user.payload(RENAME, Map.of("id", saved, "name", "FOUND")))).isEmpty();
    assertThat(errors(user.payload(RENAME, Map.of("id", saved, "name", ""))))
        .containsExactly("INVALID [input, name]");
    assertThat(errors(user.payload(RENAME, Map.of("id", saved, "name", "x".repeat(61)))))
        .containsExactly("TOO_LARGE [input, name]");
  }

  @Test
  void areClosedAndOpened() {
    User user = User.unknown();
    String offer = stage(user, "Offer");

    assertThat(
            user.payload(CLOSE, Map.of("id", offer, "closed", true))
                .getBoolean("interviewStages[4].closed"))
        .isTrue();
    assertThat(
            user.payload(CLOSE, Map.of("id", offer, "closed", false))
                .getBoolean("interviewStages[4].closed"))
        .isFalse();
  }

  @Test
  void areReordered() {
    User user = User.unknown();
    List<String> ids =
        new ArrayList<>(user.query(Tracking.STAGES).getList("viewer.interviewStages.id"));
    Collections.reverse(ids);

    JsonPath reordered = user.payload(REORDER, Map.of("ids", ids));

    assertThat(reordered.getList("interviewStages.id")).isEqualTo(ids);
    assertThat(reordered.getList("interviewStages.position"))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    List<String> twice = new ArrayList<>(ids);
    twice.set(0, ids.get(1));
    List<String> foreign = new ArrayList<>(ids);
    foreign.set(0, stage(User.unknown(), "Saved"));
    for (List<String> wrong :
        List.of(
            List.<String>of(), ids.subList(1, 8), twice, foreign, Collections.nCopies(9, "x"))) {
      assertThat(errors(user.payload(REORDER, Map.of("ids", wrong))))
          .containsExactly("INVALID [input, ids]");
    }
    // The first open one is where interviews begin.
    assertThat(node(user, track(user)).getString("stage.name")).isEqualTo("Offer");
  }

  @Test
  void areDeletedUnlessTheyWereUsed() {
    User user = User.unknown();
    String id = track(user);
    move(user, id, stage(user, "Applied"), null);

    for (String used : List.of("Saved", "Applied")) {
      assertThat(errors(user.payload(DELETE, Map.of("id", stage(user, used)))))
          .containsExactly("CONFLICT [input, id]");
    }
    JsonPath deleted = user.payload(DELETE, Map.of("id", stage(user, "Screening")));
    assertThat(deleted.getList("interviewStages.position")).containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(deleted.getList("interviewStages.name")).doesNotContain("Screening");
    user.query(Tracking.DELETE, Map.of("id", id));
    for (String name : names(user).subList(1, 7)) {
      assertThat(errors(user.payload(DELETE, Map.of("id", stage(user, name))))).isEmpty();
    }
    assertThat(errors(user.payload(DELETE, Map.of("id", stage(user, "Saved")))))
        .containsExactly("INVALID [input, id]");
    assertThat(names(user)).containsExactly("Saved");
  }

  @RowSecurityTest
  void arePrivate() {
    User user = User.unknown();
    String foreign = stage(User.unknown(), "Screening");

    assertThat(errors(user.payload(RENAME, Map.of("id", foreign, "name", "Mine"))))
        .containsExactly("NOT_FOUND [input, id]");
    assertThat(errors(user.payload(CLOSE, Map.of("id", foreign, "closed", true))))
        .containsExactly("NOT_FOUND [input, id]");
    assertThat(errors(user.payload(DELETE, Map.of("id", foreign))))
        .containsExactly("NOT_FOUND [input, id]");
  }

  @RowSecurityTest
  void areNodes() {
    User user = User.unknown();
    List<Map<String, Object>> stages =
        user.query(Tracking.STAGES).getList("viewer.interviewStages");
    List<Object> ids = stages.stream().map(stage -> stage.get("id")).toList();

    assertThat(user.query(NODES, Map.of("ids", ids)).getList("nodes")).isEqualTo(stages);
    // To enter; the stages.
    assertThat(during(() -> user.query(NODES, Map.of("ids", ids)))).hasSize(2);
    assertThat(User.unknown().query(NODES, Map.of("ids", ids)).getList("nodes"))
        .hasSize(8)
        .containsOnlyNulls();
    assertThat(GraphQL.query(NODES, Map.of("ids", ids)).getList("nodes")).containsOnlyNulls();
  }

  @Test
  void areDeletedById() {
    User user = User.unknown();
    String id = stage(user, "Offer");

    JsonPath deleted =
        user.mutate(
            "mutation($id: ID!) { deleteInterviewStage(input: {id: $id}) { deletedId interviewStages { name } userErrors { code } } }",
            Map.of("id", id));

    assertThat(deleted.getString("deletedId")).isEqualTo(id);
    assertThat(deleted.getList("interviewStages.name")).hasSize(7).doesNotContain("Offer");
    assertThat(user.query(NODES, Map.of("ids", List.of(id))).getList("nodes")).containsOnlyNulls();
  }

  @ParameterizedTest
  @ValueSource(strings = {ADD, RENAME, CLOSE, REORDER, DELETE})
  void requireALogin(String mutation) {
    Map<String, Object> variables =
        Map.of(
            "input", Map.of("name", ""), "id", "x", "name", "", "closed", true, "ids", List.of());
    Map<String, Object> declared = new HashMap<>(variables);
    declared.keySet().removeIf(name -> !mutation.contains("$" + name + ":"));

    assertThat(GraphQL.rejection(mutation, declared)).isEqualTo("UNAUTHENTICATED Log in first");
  }
}
