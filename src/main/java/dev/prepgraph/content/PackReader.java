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

/**
 * Reads and checks a whole pack, one file at a time, so that a pack of any size needs little
 * memory. Gives what it read to a sink; when there are mistakes, the sink's work is to be thrown
 * away.
 */
final class PackReader {

  /** What items of a pack are called, also as the key of their list in the taxonomy. */
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

  /** Takes what was read, in reading order. */
  interface Sink {
    void item(Kind kind, String slug, int position, JsonNode document);
  }

  /** Which of these slugs the database knows already, from earlier imports. */
  interface Known {
    Set<String> among(Kind kind, Collection<String> slugs);
  }

  /** A slug that must be there once all is read. */
  private record Reference(Kind kind, String slug, PackProblem problem) {}

  private static final int ENOUGH_PROBLEMS = 10_000;

  private final JsonSchema taxonomySchema = new JsonSchema("/content/taxonomy.schema.json");
  private final JsonSchema guideSchema = new JsonSchema("/content/guide.schema.json");
  private final Map<Kind, Map<String, String>> files = new HashMap<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<PackProblem> problems = new ArrayList<>();
  private final Sink sink;

  PackReader(Sink sink) {
    this.sink = sink;
    for (Kind kind : Kind.values()) {
      files.put(kind, new HashMap<>());
    }
  }

  /**
   * Reads a pack.
   *
   * @param progress is told how many guides were read
   * @throws PackException with every mistake
   */
  void read(Pack pack, Known known, IntConsumer progress) {
    if (pack.hasTaxonomy()) {
      taxonomy(pack.read(Pack.TAXONOMY));
    }
    int read = 0;
    for (String name : pack.guides()) {
      guide(name, pack.read(name));
      progress.accept(++read);
      if (problems.size() >= ENOUGH_PROBLEMS) {
        break;
      }
    }
    resolve(known);
    if (!problems.isEmpty()) {
      throw new PackException(problems);
    }
  }

  private void taxonomy(YamlFile file) {
    if (valid(file, taxonomySchema)) {
      for (Kind kind : List.of(Kind.FAMILY, Kind.QUESTION_TYPE, Kind.CRITERION)) {
        int position = 0;
        for (JsonNode item : file.root().path(kind.taxonomyKey)) {
          if (claim(kind, item, file, Pack.TAXONOMY, "/" + kind.taxonomyKey + "/" + position)) {
            sink.item(kind, item.path("slug").asText(), position, item);
          }
          position++;
        }
      }
    } else {
      for (Kind kind : List.of(Kind.FAMILY, Kind.QUESTION_TYPE, Kind.CRITERION)) {
        claimAnyway(kind, file.root().path(kind.taxonomyKey), Pack.TAXONOMY);
      }
    }
    problems.addAll(file.problems());
  }

  private void guide(String name, YamlFile file) {
    if (valid(file, guideSchema)) {
      ObjectNode guide = (ObjectNode) file.root();
      String slug = guide.path("slug").asText();
      if (!name.equals(Pack.GUIDES + slug + ".yaml")) {
        file.problem("/slug", "the file must be named " + slug + ".yaml");
      }
      refer(Kind.FAMILY, guide.path("family"), name, file, "/family");
      types(guide, name, file);
      refer(Kind.CRITERION, guide.path("criteria"), name, file, "/criteria");
      related(slug, guide, name, file);
      ArrayNode slugs = questions(guide, name, file);
      if (claim(Kind.GUIDE, guide, file, name, "")) {
        guide.set("questions", slugs);
        sink.item(Kind.GUIDE, slug, 0, guide);
      }
    } else {
      files.get(Kind.GUIDE).putIfAbsent(file.root().path("slug").asText(), name);
      claimAnyway(Kind.QUESTION, file.root().path("questions"), name);
    }
    problems.addAll(file.problems());
  }

  /**
   * Takes the slugs of a file that has mistakes, so that what refers to them is not called a
   * mistake as well.
   */
  private void claimAnyway(Kind kind, JsonNode items, String name) {
    items.forEach(item -> files.get(kind).putIfAbsent(item.path("slug").asText(), name));
  }

  private void types(ObjectNode guide, String name, YamlFile file) {
    Set<String> seen = new HashSet<>();
    int position = 0;
    for (JsonNode expected : guide.path("questionTypes")) {
      String path = "/questionTypes/" + position++ + "/type";
      refer(Kind.QUESTION_TYPE, expected.path("type"), name, file, path);
      if (!seen.add(expected.path("type").asText())) {
        file.problem(path, "the question type stands here twice");
      }
    }
  }

  private void related(String slug, ObjectNode guide, String name, YamlFile file) {
    int position = 0;
    for (JsonNode other : guide.path("relatedGuides")) {
      if (other.asText().equals(slug)) {
        file.problem("/relatedGuides/" + position, "a guide is not related to itself");
      }
      position++;
    }
    refer(Kind.GUIDE, guide.path("relatedGuides"), name, file, "/relatedGuides");
  }

  /** The slugs of the guide's questions; its own ones are given to the sink. */
  private ArrayNode questions(ObjectNode guide, String name, YamlFile file) {
    ArrayNode slugs = guide.arrayNode();
    Set<String> seen = new HashSet<>();
    int position = 0;
    for (JsonNode question : guide.path("questions")) {
      String path = "/questions/" + position++;
      boolean shared = question.has("ref");
      String slug = question.path(shared ? "ref" : "slug").asText();
      if (!seen.add(slug)) {
        file.problem(path, "the question stands here twice");
      } else if (shared) {
        refer(Kind.QUESTION, question.path("ref"), name, file, path + "/ref");
      } else if (claim(Kind.QUESTION, question, file, name, path)) {
        refer(Kind.QUESTION_TYPE, question.path("type"), name, file, path + "/type");
        refer(Kind.CRITERION, question.path("criteria"), name, file, path + "/criteria");
        sink.item(Kind.QUESTION, slug, 0, question);
      }
      slugs.add(slug);
    }
    return slugs;
  }

  private static boolean valid(YamlFile file, JsonSchema schema) {
    if (file.problems().isEmpty()) {
      schema.check(file.root()).forEach(mistake -> file.problem(mistake.path(), mistake.message()));
    }
    return file.problems().isEmpty();
  }

  /** Takes a slug for an item, unless another has it. */
  private boolean claim(Kind kind, JsonNode item, YamlFile file, String name, String path) {
    String other = files.get(kind).putIfAbsent(item.path("slug").asText(), name);
    if (other != null) {
      file.problem(path + "/slug", "the slug is taken by " + other);
    }
    return other == null;
  }

  private void refer(Kind kind, JsonNode target, String name, YamlFile file, String path) {
    if (target.isArray()) {
      for (int i = 0; i < target.size(); i++) {
        refer(kind, target.get(i), name, file, path + "/" + i);
      }
    } else if (!target.isMissingNode() && !files.get(kind).containsKey(target.asText())) {
      String message =
          "there is no "
              + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + " with this slug";
      references.add(
          new Reference(
              kind, target.asText(), new PackProblem(name, file.line(path), path, message)));
    }
  }

  private void resolve(Known known) {
    for (Kind kind : Kind.values()) {
      Set<String> open = new HashSet<>();
      for (Reference reference : references) {
        if (reference.kind() == kind && !files.get(kind).containsKey(reference.slug())) {
          open.add(reference.slug());
        }
      }
      if (open.isEmpty()) {
        continue;
      }
      open.removeAll(known.among(kind, open));
      references.stream()
          .filter(r -> r.kind() == kind && open.contains(r.slug()))
          .map(Reference::problem)
          .forEach(problems::add);
    }
  }
}
