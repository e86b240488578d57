package dev.prepgraph.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.common.JsonSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Reads and validates a pack, one file at a time to bound its memory, and sends the items to a
 * sink, whose work must be rolled back when the pack has problems.
 */
final class PackReader {

  /** Kinds of items, with their keys in the taxonomy. */
  enum Kind {
    FAMILY("families"),
    QUESTION_TYPE("questionTypes"),
    CRITERION("criteria"),
    QUESTION(null),
    GUIDE(null);

    private final String taxonomyKey;

    Kind(String taxonomyKey) {
      this.taxonomyKey = taxonomyKey;
    }
  }

  /** Receives the items in reading order. */
  interface Sink {
    void item(Kind kind, String slug, int position, JsonNode document);
  }

  /** Returns the slugs that earlier imports added. */
  interface Known {
    Set<String> among(Kind kind, Collection<String> slugs);
  }

  /** A reference, which is resolved after all files are read. */
  private record Reference(Kind kind, String slug, PackProblem problem) {}

  private static final int MAX_PROBLEMS = 10_000;
  private static final int MAX_WARNINGS = 100;

  private final JsonSchema taxonomySchema = new JsonSchema("/content/taxonomy.schema.json");
  private final JsonSchema questionsSchema = new JsonSchema("/content/questions.schema.json");
  private final JsonSchema guideSchema = new JsonSchema("/content/guide.schema.json");
  private final Map<Kind, Map<String, String>> files = new HashMap<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<PackProblem> problems = new ArrayList<>();
  private final List<PackProblem> warnings = new ArrayList<>();
  private final Sink sink;
  private int moreWarnings;

  PackReader(Sink sink) {
    this.sink = sink;
    for (Kind kind : Kind.values()) {
      files.put(kind, new HashMap<>());
    }
  }

  /** Reads a pack, or rejects it with all its problems. */
  void read(Pack pack, Known known, IntConsumer progress) {
    if (pack.has(Pack.TAXONOMY)) {
      taxonomy(pack.read(Pack.TAXONOMY));
    }
    if (pack.has(Pack.QUESTIONS)) {
      sharedQuestions(pack.read(Pack.QUESTIONS));
    }
    int read = 0;
    for (String name : pack.guides()) {
      guide(pack.read(name));
      progress.accept(++read);
      if (problems.size() >= MAX_PROBLEMS) {
        break;
      }
    }
    resolve(known);
    if (!problems.isEmpty()) {
      throw new PackException(problems);
    }
  }

  /** The first warnings to the editors of a pack without problems. */
  List<PackProblem> warnings() {
    return warnings;
  }

  /** The number of warnings after the first ones. */
  int moreWarnings() {
    return moreWarnings;
  }

  private void taxonomy(YamlFile file) {
    boolean valid = valid(file, taxonomySchema);
    for (Kind kind : List.of(Kind.FAMILY, Kind.QUESTION_TYPE, Kind.CRITERION)) {
      JsonNode items = file.root().path(kind.taxonomyKey);
      if (!valid) {
        claimUnchecked(kind, items, file);
        continue;
      }
      int position = 0;
      for (JsonNode item : items) {
        if (claim(kind, item, file, "/" + kind.taxonomyKey + "/" + position)) {
          sink.item(kind, item.path("slug").asText(), position, item);
        }
        position++;
      }
    }
    problems.addAll(file.problems());
  }

  private void sharedQuestions(YamlFile file) {
    JsonNode questions = file.root().path("questions");
    if (valid(file, questionsSchema)) {
      int position = 0;
      for (JsonNode question : questions) {
        question(question, file, "/questions/" + position++);
      }
    } else {
      claimUnchecked(Kind.QUESTION, questions, file);
    }
    problems.addAll(file.problems());
  }

  private void guide(YamlFile file) {
    if (valid(file, guideSchema)) {
      ObjectNode guide = (ObjectNode) file.root();
      String slug = guide.path("slug").asText();
      if (!file.name().equals(Pack.GUIDES + slug + ".yaml")) {
        file.problem("/slug", "the file must be named " + slug + ".yaml");
      }
      checkReference(Kind.FAMILY, guide.path("family"), file, "/family");
      types(guide, file);
      entries(Kind.CRITERION, guide.path("criteria"), "criterion", file, "/criteria");
      entries(Kind.GUIDE, guide.path("relatedGuides"), "guide", file, "/relatedGuides");
      ArrayNode slugs = questions(guide, file);
      new GuideChecks(guide, file).check(slugs);
      if (claim(Kind.GUIDE, guide, file, "")) {
        guide.set("questions", slugs);
        sink.item(Kind.GUIDE, slug, 0, guide);
      }
    } else {
      files.get(Kind.GUIDE).putIfAbsent(file.root().path("slug").asText(), file.name());
      claimUnchecked(Kind.QUESTION, file.root().path("questions"), file);
    }
    problems.addAll(file.problems());
  }

  /** Claims the slugs of an invalid file, so that references to them are not reported as well. */
  private void claimUnchecked(Kind kind, JsonNode items, YamlFile file) {
    items.forEach(item -> files.get(kind).putIfAbsent(item.path("slug").asText(), file.name()));
  }

  private void types(ObjectNode guide, YamlFile file) {
    Set<String> seen = new HashSet<>();
    int position = 0;
    for (JsonNode expected : guide.path("questionTypes")) {
      String path = "/questionTypes/" + position++ + "/type";
      checkReference(Kind.QUESTION_TYPE, expected.path("type"), file, path);
      if (!seen.add(expected.path("type").asText())) {
        file.problem(path, "the question type is listed twice");
      }
    }
  }

  /** Checks entries that are slugs or objects with a slug. */
  private void entries(Kind kind, JsonNode entries, String key, YamlFile file, String path) {
    Set<String> seen = new HashSet<>();
    int position = 0;
    for (JsonNode entry : entries) {
      String own = path + "/" + position++;
      JsonNode target = entry.isObject() ? entry.path(key) : entry;
      checkReference(kind, target, file, entry.isObject() ? own + "/" + key : own);
      if (!seen.add(target.asText())) {
        file.problem(own, "the " + key + " is listed twice");
      }
      if (kind == Kind.GUIDE && target.equals(file.root().path("slug"))) {
        file.problem(own, "a guide must not be related to itself");
      }
    }
  }

  /** Returns the slugs of the guide's questions; sends its own questions to the sink. */
  private ArrayNode questions(ObjectNode guide, YamlFile file) {
    ArrayNode slugs = guide.arrayNode();
    Set<String> seen = new HashSet<>();
    int position = 0;
    for (JsonNode question : guide.path("questions")) {
      String path = "/questions/" + position++;
      boolean shared = question.has("ref");
      String slug = question.path(shared ? "ref" : "slug").asText();
      if (!seen.add(slug)) {
        file.problem(path, "the question is listed twice");
      } else if (shared) {
        checkReference(Kind.QUESTION, question.path("ref"), file, path + "/ref");
      } else {
        question(question, file, path);
      }
      slugs.add(slug);
    }
    return slugs;
  }

  private void question(JsonNode question, YamlFile file, String path) {
    if (claim(Kind.QUESTION, question, file, path)) {
      checkReference(Kind.QUESTION_TYPE, question.path("type"), file, path + "/type");
      checkReference(Kind.CRITERION, question.path("criteria"), file, path + "/criteria");
      sink.item(Kind.QUESTION, question.path("slug").asText(), 0, question);
    }
  }

  private boolean valid(YamlFile file, JsonSchema schema) {
    if (file.problems().isEmpty()) {
      schema
          .check(file.root())
          .forEach(violation -> file.problem(violation.path(), violation.message()));
    }
    boolean valid = file.problems().isEmpty();
    if (valid) {
      List<PackProblem> found = MarkdownChecks.warnings(file);
      int first = Math.min(found.size(), MAX_WARNINGS - warnings.size());
      warnings.addAll(found.subList(0, first));
      moreWarnings += found.size() - first;
    }
    return valid;
  }

  /** Claims a slug for an item, unless it is taken. */
  private boolean claim(Kind kind, JsonNode item, YamlFile file, String path) {
    String other = files.get(kind).putIfAbsent(item.path("slug").asText(), file.name());
    if (other != null) {
      file.problem(path + "/slug", "the slug is already used in " + other);
    }
    return other == null;
  }

  private void checkReference(Kind kind, JsonNode target, YamlFile file, String path) {
    if (target.isArray()) {
      for (int i = 0; i < target.size(); i++) {
        checkReference(kind, target.get(i), file, path + "/" + i);
      }
    } else if (!target.isMissingNode() && !files.get(kind).containsKey(target.asText())) {
      String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      references.add(
          new Reference(
              kind,
              target.asText(),
              file.problemAt(path, "there is no " + name + " with this slug")));
    }
  }

  private void resolve(Known known) {
    references.removeIf(r -> files.get(r.kind()).containsKey(r.slug()));
    Map<Kind, Set<String>> open =
        references.stream()
            .collect(
                Collectors.groupingBy(
                    Reference::kind, Collectors.mapping(Reference::slug, Collectors.toSet())));
    open.forEach((kind, slugs) -> slugs.removeAll(known.among(kind, Set.copyOf(slugs))));
    references.stream()
        .filter(r -> open.get(r.kind()).contains(r.slug()))
        .map(Reference::problem)
        .forEach(problems::add);
  }
}
