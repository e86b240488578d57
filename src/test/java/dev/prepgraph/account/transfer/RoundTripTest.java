package dev.prepgraph.account.transfer;

import static dev.prepgraph.account.transfer.Exports.JSON;
import static dev.prepgraph.account.transfer.Exports.contents;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.StatementCounter;
import dev.prepgraph.User;
import dev.prepgraph.answer.Answers;
import dev.prepgraph.common.JsonSchema;
import dev.prepgraph.node.NodeId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of all sections: an import restores what was exported. */
@QuarkusTest
class RoundTripTest {

  private static final JsonSchema SCHEMA =
      new JsonSchema("/META-INF/resources/account/export.schema.json");

  private static final List<String> SECTIONS =
      List.of(
          "savedAnswers",
          "prepPlans",
          "practices",
          "practiceSessions",
          "assessments",
          "interviewStages",
          "interviews",
          "bookmarks",
          "preferences");

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

  private static ObjectNode withoutAccount(ObjectNode export) {
    return export.deepCopy().without(List.of("exportedAt", "account"));
  }

  private static List<String> paths(ObjectNode export) {
    return export.properties().stream()
        .filter(section -> section.getValue().isArray())
        .flatMap(
            section ->
                IntStream.range(0, section.getValue().size())
                    .mapToObj(i -> "/" + section.getKey() + "/" + i))
        .toList();
  }

  @Test
  void exportsAllSections() {
    FullAccount.fill(user);
    ObjectNode export = user.export();

    assertThat(SCHEMA.check(export)).isEmpty();
    SCHEMA.properties().stream()
        .filter(key -> export.get(key).isArray())
        .forEach(key -> assertThat(export.get(key)).as(key).isNotEmpty());
    assertThat(export.get("savedAnswers")).hasSize(3);
    assertThat(export.at("/savedAnswers/0/revisions/0/body").asText())
        .isEqualTo("uno ü \"quoted\"\n😀\t");
    assertThat(export.get("prepPlans")).hasSize(2);
    assertThat(export.at("/prepPlans/0/title").asText()).isEqualTo("Große Pläne");
    assertThat(export.at("/prepPlans/0/guide/slug").asText()).isEqualTo(Published.GUIDE);
    assertThat(export.at("/prepPlans/0/items/0/doneAt").isTextual()).isTrue();
    assertThat(export.get("practices")).hasSize(2);
    assertThat(export.at("/practiceSessions/0/questions/1/answer/body").asText())
        .isEqualTo("Said só");
    assertThat(export.get("interviewStages")).hasSize(9);
    assertThat(export.get("interviews")).hasSize(2);
    assertThat(export.at("/interviews/0/history/1/stage").asText()).isEqualTo("Offer");
    assertThat(export.at("/interviews/0/debrief/gaps/1/criterion").asText()).isNotEmpty();
    assertThat(export.at("/bookmarks/0/guide/slug").asText()).isEqualTo(Published.GUIDE);
    assertThat(export.at("/bookmarks/1/question/slug").asText()).isNotEmpty();
    assertThat(export.at("/preferences/0/timeZone").asText()).isEqualTo("Europe/Vienna");
    assertThat(export.toString()).doesNotContain("calendar");
  }

  @Test
  void restoresAllSections() {
    FullAccount.fill(user);
    ObjectNode export = user.export();

    isComplete(other.importExport(export), export);
    assertThat(withoutAccount(other.export())).isEqualTo(withoutAccount(export));
    String queue =
        "{ viewer { practiceQueue(first: 100) { question { id } dueAt practisedAt reps lapses } } }";
    String practised = "viewer.practiceQueue.findAll { it.reps > 0 }";
    assertThat(other.query(queue).getList(practised))
        .hasSize(2)
        .isEqualTo(user.query(queue).getList(practised));
    JsonPath interview =
        other
            .query(
                "{ viewer { interviews(last: 1) { edges { node { stage { name } version guide { slug } plan { title } } } } } }")
            .setRootPath("data.viewer.interviews.edges[0].node");
    assertThat(interview.getString("stage.name")).isEqualTo("Übergabe");
    assertThat(interview.getInt("version")).isEqualTo(export.at("/interviews/0/version").asInt());
    assertThat(interview.getString("guide.slug")).isEqualTo(Published.GUIDE);
    assertThat(interview.getString("plan.title")).isEqualTo("Große Pläne");
    LocalDate day =
        Instant.parse(export.at("/interviews/0/scheduledAt").asText())
            .atZone(ZoneId.of("Asia/Tokyo"))
            .toLocalDate();
    assertThat(interviewsFrom(day)).isEqualTo(1);
    assertThat(interviewsFrom(day.plusDays(1))).isZero();
    String question = export.at("/savedAnswers/0/question/id").asText();
    assertThat(Answers.save(other, question, 3, "body", "quattro").getInt("version")).isEqualTo(4);
  }

  private int interviewsFrom(LocalDate day) {
    return other
        .query(
            "query ($day: Date) { viewer { interviews(filter: {from: $day}) { totalCount } } }",
            Map.of("day", day.toString()))
        .getInt("viewer.interviews.totalCount");
  }

  @Test
  void restoresAnErasedAccountOnce() {
    FullAccount.fill(user);
    ObjectNode export = user.export();
    user.query("mutation { deleteMyAccount(input: {confirm: true}) { deleted } }");
    assertThat(entries(user.export())).isZero();

    isComplete(user.importExport(export), export);
    ObjectNode restored = user.export();
    assertThat(restored.at("/account/id")).isNotEqualTo(export.at("/account/id"));
    assertThat(withoutAccount(restored)).isEqualTo(withoutAccount(export));

    JsonPath again = user.importExport(export);
    assertThat(again.getInt("imported")).isZero();
    assertThat(again.getList("skipped.path")).isEqualTo(paths(export));
    assertThat(again.getList("skipped.reason")).hasSize(entries(export)).containsOnly("EXISTS");
    assertThat(withoutAccount(user.export())).isEqualTo(withoutAccount(export));
  }

  @Test
  void resolvesReferencesBySlugInAnotherInstallation() {
    FullAccount.fill(user);
    ObjectNode export = user.export();

    isComplete(other.importExport(contents(export)), export);

    assertThat(withoutAccount(other.export())).isEqualTo(withoutAccount(export));
  }

  @Test
  void skipsEntriesWithUnknownReferences() {
    FullAccount.fill(user);
    ObjectNode export = user.export();
    Set<String> skipped = new TreeSet<>(List.of("/prepPlans/1", "/interviews/0/guide"));
    String known = "/prepPlans/0/items/1/question";
    JsonNode stays = export.at(known).deepCopy();
    for (JsonNode reference : export.findValues("question")) {
      ((ObjectNode) reference).put("slug", "never-published").remove("id");
    }
    Exports.set(export, known, stays);
    for (String guide : List.of("/prepPlans/1/guide", "/interviews/0/guide")) {
      ((ObjectNode) export.at(guide)).put("slug", "never-published").put("id", "x");
    }
    for (String section : List.of("savedAnswers", "practices", "practiceSessions", "assessments")) {
      IntStream.range(0, export.get(section).size())
          .forEach(i -> skipped.add("/" + section + "/" + i));
    }
    JsonNode items = export.at("/prepPlans/0/items");
    IntStream.range(0, items.size())
        .filter(i -> i != 1 && items.get(i).has("question"))
        .forEach(i -> skipped.add("/prepPlans/0/items/" + i));
    skipped.add("/interviews/0/debrief/askedQuestions/0/question");
    skipped.add("/interviews/0/debrief/gaps/0");
    skipped.add("/bookmarks/1");

    JsonPath report = other.importExport(export);

    assertThat(report.getList("userErrors")).isEmpty();
    assertThat(report.getList("skipped.reason")).containsOnly("UNKNOWN");
    assertThat(report.getList("skipped.path", String.class))
        .containsExactlyInAnyOrderElementsOf(skipped);
    // Plan 0, the stages and the interviews, of which parts are missing, a bookmark and
    // preferences.
    assertThat(report.getInt("imported"))
        .isEqualTo(3 + export.get("interviewStages").size() + export.get("interviews").size());
    ObjectNode restored = other.export();
    for (String section : List.of("savedAnswers", "practices", "practiceSessions", "assessments")) {
      assertThat(restored.get(section)).as(section).isEmpty();
    }
    assertThat(restored.at("/prepPlans/0/items"))
        .hasSize(
            (int)
                    StreamSupport.stream(export.at("/prepPlans/0/items").spliterator(), false)
                        .filter(item -> !item.has("question"))
                        .count()
                + 1);
    JsonNode interview = restored.at("/interviews/0");
    assertThat(interview.has("guide")).isFalse();
    assertThat(interview.at("/debrief/askedQuestions/0/text").asText())
        .isEqualTo("never-published");
    assertThat(interview.at("/debrief/gaps")).hasSize(1);
  }

  @Test
  void prefersTheIdOfAReferenceToItsSlug() {
    List<Map<String, String>> questions =
        GraphQL.query("{ questions(first: 2) { edges { node { id slug } } } }")
            .getList("questions.edges.node");
    Answers.save(user, questions.get(0).get("id"), 0, "body", "by id");
    ObjectNode export = user.export();
    ArrayNode answers = export.withArray("savedAnswers");
    answers.add(answers.get(0).deepCopy());
    ((ObjectNode) answers.at("/0/question")).put("slug", questions.get(1).get("slug"));
    String unknown = NodeId.of('Q', UUID.randomUUID());
    ((ObjectNode) answers.at("/1/question"))
        .put("id", unknown)
        .put("slug", questions.get(1).get("slug"));

    isComplete(other.importExport(export), export);

    assertThat(other.export().get("savedAnswers").findValuesAsText("slug"))
        .containsExactlyInAnyOrder(questions.get(0).get("slug"), questions.get(1).get("slug"));
  }

  @Test
  void skipsDuplicatesWithinASection() {
    FullAccount.fill(user);
    ObjectNode export = user.export();
    ObjectNode doubled = export.deepCopy();
    List<String> duplicates = new ArrayList<>();
    for (String section : SECTIONS) {
      ArrayNode entries = doubled.withArray(section);
      duplicates.add("/" + section + "/" + entries.size());
      entries.add(entries.get(0).deepCopy());
    }

    JsonPath report = other.importExport(doubled);

    assertThat(report.getList("userErrors")).isEmpty();
    assertThat(report.getList("skipped.reason")).containsOnly("EXISTS");
    assertThat(report.getList("skipped.path", String.class))
        .containsExactlyInAnyOrderElementsOf(duplicates);
    assertThat(withoutAccount(other.export())).isEqualTo(withoutAccount(export));
  }

  @Test
  void clampsTimesInTheFutureAndUnpublishedRevisions() {
    FullAccount.fill(user);
    ObjectNode export = user.export();
    for (String path :
        List.of(
            "/savedAnswers/0/createdAt",
            "/savedAnswers/0/revisions/2/savedAt",
            "/practices/0/practices/0/practisedAt",
            "/practiceSessions/0/finishedAt",
            "/interviews/1/createdAt",
            "/interviews/1/history/0/enteredAt")) {
      Exports.set(export, path, TextNode.valueOf("2999-01-01T00:00:00.123456789Z"));
    }
    Exports.set(export, "/savedAnswers/0/revisions/1/questionRevision", IntNode.valueOf(77));
    export.remove("assessments"); // they name the time of the revision

    isComplete(other.importExport(export), export);

    ObjectNode restored = other.export();
    assertThat(restored.toString()).doesNotContain("2999-");
    assertThat(restored.findValues("questionRevision"))
        .hasSize(5)
        .allMatch(revision -> revision.asInt() == 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void ignoresTheOrderOfKeys(int seed) {
    FullAccount.fill(user);
    ObjectNode export = user.export();

    ObjectNode shuffled = (ObjectNode) shuffled(export, seed == 0 ? null : new Random(seed));

    isComplete(other.importExport(shuffled), export);
    assertThat(contents(other.export())).isEqualTo(contents(export));
  }

  /** The same with shuffled keys, or sorted ones without a random. */
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
  void importsExportsOfThePreviousVersion() {
    ObjectNode export = Exports.ofThePreviousVersion();

    isComplete(user.importExport(export), export);

    SECTIONS.forEach(export::withArray);
    assertThat(sorted(contents(user.export()))).isEqualTo(sorted(contents(export)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void restoresRandomAccounts(long seed) {
    ObjectNode account = new RandomAccount(seed).export();
    assertThat(SCHEMA.check(account)).isEmpty();

    isComplete(user.importExport(account), account);

    ObjectNode export = user.export();
    assertThat(SCHEMA.check(export)).isEmpty();
    SCHEMA.properties().stream()
        .filter(key -> export.get(key).isArray())
        .forEach(key -> account.withArray(key));
    assertThat(sorted(contents(export))).isEqualTo(sorted(account));
  }

  @Test
  void takesAFixedNumberOfStatements() {
    FullAccount.fill(user);
    ObjectNode export = user.export();
    int few = StatementCounter.during(() -> other.importExport(export)).size();
    List<String> unpractised =
        new ArrayList<>(
            GraphQL.query("{ questions(first: 50) { edges { node { slug } } } }")
                .getList("questions.edges.node.slug"));
    unpractised.removeAll(export.get("practices").findValuesAsText("slug"));
    ObjectNode many = export.deepCopy();
    for (int i = 1; i < 30; i++) {
      String time = "2026-01-%02dT00:00Z".formatted(i);
      more(many, "prepPlans").put("createdAt", time);
      more(many, "practiceSessions").put("startedAt", time);
      more(many, "interviews").put("createdAt", time);
      more(many, "practices").putObject("question").put("slug", unpractised.get(i));
    }
    User third = User.unknown();

    assertThat(StatementCounter.during(() -> isComplete(third.importExport(many), many)))
        .hasSize(few);
    int statements = StatementCounter.during(() -> other.export()).size();
    assertThat(StatementCounter.during(() -> third.export())).hasSize(statements);
  }

  @Test
  void restoresLargeEntriesInParts() {
    FullAccount.fill(user);
    ObjectNode export = user.export();
    int few = StatementCounter.during(() -> User.unknown().importExport(export)).size();
    ArrayNode revisions = (ArrayNode) export.at("/savedAnswers/1/revisions");
    for (int version = 2; version <= 150; version++) {
      ObjectNode revision = revisions.addObject();
      revision.put("version", version).put("questionRevision", 1).put("status", "DRAFT");
      revision.put("savedAt", "2026-01-01T00:00:00Z").put("body", version + "ü".repeat(9_000));
    }

    int statements =
        StatementCounter.during(() -> isComplete(other.importExport(export), export)).size();

    assertThat(contents(other.export())).isEqualTo(contents(export));
    JsonPath again = other.importExport(export);
    assertThat(again.getList("skipped.reason")).hasSize(entries(export)).containsOnly("EXISTS");
    // 2.7 MB are two parts more, and begin another batch.
    assertThat(statements).isEqualTo(few + 3);
  }

  @Test
  void isDownloadedAsAFile() {
    user.request()
        .get("/account/export")
        .then()
        .statusCode(200)
        .header("Cache-Control", "private, no-store")
        .header("Content-Disposition", "attachment; filename=\"prepgraph-account.json\"");
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
