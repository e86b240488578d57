package dev.prepgraph.account.transfer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.GraphQL;
import dev.prepgraph.Published;
import dev.prepgraph.common.TimeZones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes valid exports with random contents, in the order of exports. */
final class RandomAccount {

  private static final List<String> ZONES = TimeZones.names().stream().sorted().toList();
  private static final List<String> DAYS =
      List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");
  private static final String[] PIECES = {
    "a", "Ü", "\n", " ", "\"", "\\", "😀", "\u2028", "e\u0301", "<b>", "'", "\t", "\u00a0", "ﬁ", "漢"
  };

  private final Random random;
  private final Map<String, List<String>> criteria = new LinkedHashMap<>();

  RandomAccount(long seed) {
    this.random = new Random(seed);
    GraphQL.query(
            "query ($slug: String!) { roleGuide(slug: $slug) { questions(first: 100) { edges { node { slug criteria { slug } } } } } }",
            Map.of("slug", Published.GUIDE))
        .<Map<String, Object>>getList("roleGuide.questions.edges.node")
        .forEach(
            question ->
                criteria.put(
                    (String) question.get("slug"),
                    ((List<?>) question.get("criteria"))
                        .stream().map(c -> (String) ((Map<?, ?>) c).get("slug")).toList()));
  }

  ObjectNode export() {
    ObjectNode export = Exports.JSON.createObjectNode();
    export.put("format", "prepgraph-account").put("version", 1);
    ArrayNode answers = export.putArray("savedAnswers");
    List<Instant> times = times(random.nextInt(6));
    List<String> questions = questions(times.size());
    for (int i = 0; i < times.size(); i++) {
      answer(answers.addObject(), questions.get(i), times.get(i));
    }
    times(random.nextInt(4)).forEach(at -> plan(export.withArray("prepPlans").addObject(), at));
    questions(random.nextInt(4))
        .forEach(question -> practices(export.withArray("practices").addObject(), question));
    times(random.nextInt(4))
        .forEach(at -> session(export.withArray("practiceSessions").addObject(), at));
    answers.forEach(answer -> assess(export.withArray("assessments"), (ObjectNode) answer));
    for (int i = random.nextInt(9); i >= 0; i--) {
      export
          .withArray("interviewStages")
          .addObject()
          .put("name", "Stage " + i + PIECES[random.nextInt(PIECES.length)] + "!")
          .put("closed", random.nextBoolean());
    }
    times(random.nextInt(4))
        .forEach(at -> interview(export.withArray("interviews").addObject(), at, export));
    bookmarks(export.withArray("bookmarks"));
    if (random.nextBoolean()) {
      ObjectNode preferences = export.withArray("preferences").addObject();
      preferences.put("locale", List.of("de", "en-GB", "zh-Hant-TW").get(random.nextInt(3)));
      maybe(() -> preferences.put("timeZone", zone()));
    }
    return export;
  }

  private void bookmarks(ArrayNode bookmarks) {
    List<Instant> times = times(random.nextInt(6));
    List<String> questions = questions(times.size());
    for (int i = 0; i < times.size(); i++) {
      ObjectNode bookmark = bookmarks.addObject();
      if (i == 0 && random.nextBoolean()) {
        bookmark.putObject("guide").put("slug", Published.GUIDE);
      } else {
        bookmark.putObject("question").put("slug", questions.get(i));
      }
      bookmark.put("createdAt", times.get(i).toString());
    }
  }

  private void answer(ObjectNode answer, String question, Instant at) {
    answer.putObject("question").put("slug", question);
    answer.put("createdAt", at.toString());
    ArrayNode revisions = answer.putArray("revisions");
    int version = 0;
    for (Instant saved : times(1 + random.nextInt(5))) {
      version += 1 + random.nextInt(3);
      boolean ready = random.nextBoolean();
      ObjectNode revision = revisions.addObject();
      revision.put("version", version).put("questionRevision", 1);
      revision.put("status", ready ? "READY" : "DRAFT").put("savedAt", saved.toString());
      if (random.nextBoolean()) {
        revision.put("body", ready ? name() : text());
      } else {
        ObjectNode star = revision.putObject("star");
        star.put("situation", ready ? name() : text());
        maybe(() -> star.put("task", text()));
        maybe(() -> star.put("action", text()));
        maybe(() -> star.put("result", text()));
      }
    }
  }

  private void plan(ObjectNode plan, Instant at) {
    LocalDate day = LocalDate.now().plusDays(random.nextInt(900) - 300);
    plan.putObject("guide").put("slug", Published.GUIDE);
    plan.put("title", name()).put("interviewOn", day.toString());
    plan.put("dailyMinutes", 5 + random.nextInt(1436)).put("timeZone", zone());
    ArrayNode off = plan.putArray("daysOff");
    DAYS.stream().filter(d -> random.nextInt(3) == 0).limit(6).forEach(off::add);
    plan.put("shortfallMinutes", random.nextInt(5000)).put("createdAt", at.toString());
    ArrayNode items = plan.putArray("items");
    int count = random.nextInt(20);
    List<Integer> before =
        IntStream.range(0, count)
            .mapToObj(i -> random.nextInt(30))
            .sorted((a, b) -> b - a)
            .toList();
    for (int i = 0; i < count; i++) {
      ObjectNode item = items.addObject();
      String kind = List.of("LEARN", "REVIEW", "READ", "CUSTOM").get(random.nextInt(4));
      item.put("kind", kind);
      if (kind.equals("LEARN") || kind.equals("REVIEW")) {
        item.putObject("question").put("slug", questions(1).get(0));
      }
      item.put("number", i + 1);
      if (kind.equals("CUSTOM")) {
        item.put("title", name());
      }
      if (before.get(i) > 3) { // the last ones have no day
        item.put("date", day.minusDays(before.get(i)).toString());
      }
      item.put("minutes", 1 + random.nextInt(1440));
      maybe(() -> item.put("doneAt", time().toString()));
      maybe(() -> item.put("pinned", true));
    }
  }

  private void practices(ObjectNode entry, String question) {
    entry.putObject("question").put("slug", question);
    ArrayNode practices = entry.putArray("practices");
    for (Instant at : times(1 + random.nextInt(9))) {
      practices
          .addObject()
          .put("rating", List.of("AGAIN", "HARD", "GOOD", "EASY").get(random.nextInt(4)))
          .put("practisedAt", at.toString())
          .put("recordedAt", time().toString());
    }
  }

  private void session(ObjectNode session, Instant at) {
    session.putObject("guide").put("slug", Published.GUIDE);
    session.put("minutesEach", 1 + random.nextInt(60)).put("startedAt", at.toString());
    maybe(() -> session.put("finishedAt", at.plusSeconds(random.nextInt(9999)).toString()));
    ArrayNode asked = session.putArray("questions");
    for (String question : questions(1 + random.nextInt(9))) {
      ObjectNode entry = asked.addObject();
      entry.putObject("question").put("slug", question);
      maybe(
          () ->
              entry
                  .putObject("answer")
                  .put("body", name())
                  .put("version", 1 + random.nextInt(9))
                  .put("answeredAt", time().toString())
                  .put("late", random.nextBoolean()));
    }
  }

  private void assess(ArrayNode assessments, ObjectNode answer) {
    answer
        .get("revisions")
        .forEach(
            revision ->
                criteria.get(answer.at("/question/slug").asText()).stream()
                    .sorted()
                    .filter(criterion -> random.nextInt(4) == 0)
                    .forEach(
                        criterion -> {
                          ObjectNode entry = assessments.addObject();
                          entry.set("question", answer.get("question").deepCopy());
                          entry.set("version", revision.get("version"));
                          entry.set("savedAt", revision.get("savedAt"));
                          entry.put("criterion", criterion).put("score", 1 + random.nextInt(5));
                          entry.put("assessedAt", time().toString());
                        }));
  }

  private void interview(ObjectNode interview, Instant at, ObjectNode export) {
    maybe(() -> interview.put("company", name()));
    interview.put("position", name());
    maybe(() -> interview.putObject("guide").put("slug", Published.GUIDE));
    if (export.has("prepPlans")) {
      maybe(
          () -> interview.putObject("plan").set("createdAt", export.at("/prepPlans/0/createdAt")));
    }
    maybe(() -> interview.put("scheduledAt", time().plus(400, ChronoUnit.DAYS).toString()));
    maybe(() -> interview.put("timeZone", zone()));
    maybe(() -> interview.put("location", text()));
    maybe(() -> interview.put("notes", text()));
    interview.put("version", 1 + random.nextInt(9)).put("createdAt", at.toString());
    interview.put("updatedAt", time().toString());
    ArrayNode history = interview.putArray("history");
    for (int i = 0; i <= random.nextInt(5); i++) {
      int stage = random.nextInt(export.get("interviewStages").size());
      history
          .addObject()
          .put("stage", export.at("/interviewStages/" + stage + "/name").asText())
          .put("enteredAt", time().toString());
    }
    maybe(() -> debrief(interview.putObject("debrief")));
  }

  private void debrief(ObjectNode debrief) {
    debrief.put("savedAt", time().toString());
    maybe(() -> debrief.put("notes", text()));
    some(debrief.putArray("askedQuestions"), this::asked);
    some(
        debrief.putArray("gaps"),
        gap -> {
          if (random.nextBoolean()) {
            gap.putObject("question").put("slug", questions(1).get(0));
          } else {
            gap.put("criterion", name());
          }
          maybe(() -> gap.put("note", text()));
        });
  }

  private void asked(ObjectNode asked) {
    boolean known = random.nextBoolean();
    if (known) {
      asked.putObject("question").put("slug", questions(1).get(0));
    }
    if (!known || random.nextBoolean()) {
      asked.put("text", name());
    }
    asked.put("rating", 1 + random.nextInt(5));
    maybe(() -> asked.put("notes", text()));
  }

  private void some(ArrayNode list, Consumer<ObjectNode> maker) {
    IntStream.range(0, random.nextInt(4)).forEach(i -> maker.accept(list.addObject()));
  }

  private void maybe(Runnable action) {
    if (random.nextBoolean()) {
      action.run();
    }
  }

  private List<String> questions(int count) {
    List<String> all = new ArrayList<>(criteria.keySet());
    Collections.shuffle(all, random);
    return all.subList(0, count);
  }

  /** Different times, the earliest first. */
  private List<Instant> times(int count) {
    return Stream.generate(this::time).distinct().limit(count).sorted().toList();
  }

  private Instant time() {
    long day = LocalDate.parse("2020-01-01").toEpochDay() + random.nextInt(1500);
    return Instant.EPOCH
        .plus(day, ChronoUnit.DAYS)
        .plus(random.nextLong(86_400_000_000L), ChronoUnit.MICROS);
  }

  private String zone() {
    return ZONES.get(random.nextInt(ZONES.size()));
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  /** Text that is not blank. */
  private String name() {
    return "n" + text();
  }
}
