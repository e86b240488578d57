package dev.prepgraph.account.transfer;

import static dev.prepgraph.account.transfer.Exports.JSON;
import static dev.prepgraph.account.transfer.Exports.contents;
import static dev.prepgraph.account.transfer.Exports.export;
import static dev.prepgraph.account.transfer.Exports.take;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.User;
import dev.prepgraph.common.JsonSchema;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all sections promise: an export that is imported is the same export again. */
@QuarkusTest
class RoundTripTest {

  private static final JsonSchema SCHEMA =
      new JsonSchema("/META-INF/resources/account/export.schema.json");

  private final User user = User.unknown();
  private final User other = User.unknown();

  private static void isComplete(JsonPath report, JsonNode export) {
    assertThat(report.getList("userErrors")).isEmpty();
    assertThat(report.getList("skipped")).isEmpty();
    assertThat(report.getInt("imported")).isEqualTo(entries(export));
  }

  private static int entries(JsonNode export) {
    return StreamSupport.stream(export.spliterator(), false)
        .filter(JsonNode::isArray)
        .mapToInt(JsonNode::size)
        .sum();
  }

  /** The entries of practices stand in the order of the questions' keys. */
  private static ObjectNode sorted(ObjectNode contents) {
    List<JsonNode> practices = new ArrayList<>();
    contents.withArray("practices").forEach(practices::add);
    practices.sort(Comparator.comparing(entry -> entry.at("/question/slug").asText()));
    contents.withArray("practices").removeAll().addAll(practices);
    return contents;
  }

  @Test
  void comesBackAsItWas() {
    FullAccount.fill(user);
    ObjectNode export = export(user);
    assertThat(SCHEMA.check(export)).isEmpty();
    SCHEMA.properties().stream()
        .filter(key -> export.get(key).isArray())
        .forEach(key -> assertThat(export.get(key)).as(key).isNotEmpty());

    isComplete(take(other, export), export);
    assertThat(contents(export(other))).isEqualTo(contents(export));
    user.query("mutation { deleteMyAccount(confirm: true) { deleted } }");
    assertThat(entries(export(user))).isZero();
    isComplete(take(user, export), export);
    assertThat(contents(export(user))).isEqualTo(contents(export));

    JsonPath again = take(user, export);
    assertThat(again.getInt("imported")).isZero();
    assertThat(again.getList("skipped.reason")).hasSize(entries(export)).containsOnly("EXISTS");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void dependsOnNoOrderOfKeys(int seed) {
    FullAccount.fill(user);
    ObjectNode export = export(user);

    JsonNode shuffled = shuffled(export, seed == 0 ? null : new Random(seed));

    isComplete(take(other, shuffled), export);
    assertThat(contents(export(other))).isEqualTo(contents(export));
  }

  /** The same with keys in another order; sorted without a random. */
  private static JsonNode shuffled(JsonNode node, Random random) {
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JSON.createArrayNode();
      array.forEach(entry -> copy.add(shuffled(entry, random)));
      return copy;
    }
    if (node instanceof ObjectNode object) {
      List<String> keys = new ArrayList<>();
      object.fieldNames().forEachRemaining(keys::add);
      if (random == null) {
        Collections.sort(keys);
      } else {
        Collections.shuffle(keys, random);
      }
      ObjectNode copy = JSON.createObjectNode();
      keys.forEach(key -> copy.set(key, shuffled(object.get(key), random)));
      return copy;
    }
    return node;
  }

  @Test
  void takesWhatTheVersionBeforeHasWritten() {
    ObjectNode export = Exports.ofTheVersionBefore();

    isComplete(take(user, export), export);

    assertThat(sorted(contents(export(user)))).isEqualTo(sorted(contents(export)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void holdsForAnyAccount(long seed) {
    ObjectNode account = new RandomAccount(seed).export();
    assertThat(SCHEMA.check(account)).isEmpty();

    isComplete(take(user, account), account);

    ObjectNode export = export(user);
    assertThat(SCHEMA.check(export)).isEmpty();
    SCHEMA.properties().stream()
        .filter(key -> export.get(key).isArray())
        .forEach(key -> account.withArray(key));
    assertThat(sorted(contents(export))).isEqualTo(sorted(account));
  }

  @Test
  void takesAsManyStatementsForManyEntriesAsForOne() {
    FullAccount.fill(user);
    ObjectNode export = export(user);
    int few = StatementCounter.during(() -> take(other, export)).size();
    ObjectNode many = export.deepCopy();
    for (int i = 1; i < 30; i++) {
      String time = "2026-01-%02dT00:00Z".formatted(i);
      more(many, "prepPlans").put("createdAt", time);
      more(many, "practiceSessions").put("startedAt", time);
      more(many, "interviews").put("createdAt", time);
    }
    User third = User.unknown();

    assertThat(StatementCounter.during(() -> isComplete(take(third, many), many))).hasSize(few);
    int statements = StatementCounter.during(() -> export(other)).size();
    assertThat(StatementCounter.during(() -> export(third))).hasSize(statements);
  }

  @Test
  void restoresLargeEntriesPartByPart() {
    FullAccount.fill(user);
    ObjectNode export = export(user);
    int few = StatementCounter.during(() -> take(User.unknown(), export)).size();
    ArrayNode revisions = (ArrayNode) export.at("/savedAnswers/1/revisions");
    for (int version = 2; version <= 150; version++) {
      ObjectNode revision = revisions.addObject();
      revision.put("version", version).put("questionRevision", 1).put("status", "DRAFT");
      revision.put("savedAt", "2026-01-01T00:00:00Z").put("body", version + "ü".repeat(9_000));
    }

    int statements = StatementCounter.during(() -> isComplete(take(other, export), export)).size();

    assertThat(contents(export(other))).isEqualTo(contents(export));
    JsonPath again = take(other, export);
    assertThat(again.getList("skipped.reason")).hasSize(entries(export)).containsOnly("EXISTS");
    // 2.7 MB are two parts more, and begin another batch.
    assertThat(statements).isEqualTo(few + 3);
  }

  @Test
  void isAnsweredToHeadRequests() {
    user.request()
        .head("/account/export")
        .then()
        .statusCode(200)
        .header("Content-Disposition", "attachment; filename=\"prepgraph-account.json\"");
  }

  private static ObjectNode more(ObjectNode export, String section) {
    ObjectNode entry = export.get(section).get(0).deepCopy();
    export.withArray(section).add(entry);
    return entry;
  }
}
