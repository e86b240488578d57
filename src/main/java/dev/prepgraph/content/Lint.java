package dev.prepgraph.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * The editors' check of a pack's prose: length, readability, repetition, spelling, links and what a
 * question lacks. Returns warnings, because a pack with them can be imported.
 */
final class Lint {

  /** Six words in a row in two places; indexed up to a number that bounds the memory. */
  private static final int PHRASE = 6;

  private static final int MAX_PHRASES = 2_000_000;

  private record Place(YamlFile file, String path) {}

  private final Map<String, Place> phrases = new HashMap<>();
  private final List<PackProblem> warnings = new ArrayList<>();

  private Lint() {}

  /** Checks the files of a pack, which must be valid. */
  static List<PackProblem> of(Pack pack) {
    Lint lint = new Lint();
    for (String name : pack.files()) {
      YamlFile file = pack.read(name);
      lint.walk(file, file.root(), "", new Scope("", "", null, "en"));
    }
    return List.copyOf(new TreeSet<>(lint.warnings));
  }

  /**
   * @param list the nearest list around the text's object, or empty
   * @param field the nearest key that is not a locale
   * @param kind the kind of the sample answer that the text belongs to, or null
   */
  private record Scope(String list, String field, String kind, String locale) {

    Scope inside(JsonNode object, String key) {
      if (field.equals("translations")) {
        return new Scope(list, "", kind, key);
      }
      String inner = object.has("body") ? object.path("kind").asText(kind) : kind;
      return new Scope(list, key.equals("body") && inner != null ? inner : key, inner, locale);
    }

    Scope element() {
      return new Scope(field, field, null, locale);
    }

    LintRules.Bounds bounds() {
      return LintRules.BOUNDS.getOrDefault(list + "/" + field, LintRules.BOUNDS.get(field));
    }
  }

  private void walk(YamlFile file, JsonNode node, String path, Scope scope) {
    if (node.isTextual()) {
      text(new Place(file, path), scope, node.asText());
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(file, node.get(i), path + "/" + i, scope.element());
      }
    } else {
      if (node.has("howToAnswer") && node.has("answers")) {
        question(file, node, path);
      }
      node.properties()
          .forEach(
              entry ->
                  walk(
                      file,
                      entry.getValue(),
                      path + "/" + entry.getKey(),
                      scope.inside(node, entry.getKey())));
    }
  }

  private void text(Place place, Scope scope, String text) {
    LintRules.Bounds bounds = scope.bounds();
    String prose = LintRules.prose(text);
    if (bounds == null || prose.isBlank()) {
      return;
    }
    List<String> words = LintRules.words(prose);
    if (words.size() < bounds.least() || words.size() > bounds.most()) {
      warn(
          place,
          "has %d words, not %d to %d".formatted(words.size(), bounds.least(), bounds.most()));
    }
    LintRules.check(prose, scope.locale()).forEach(message -> warn(place, message));
    LintRules.links(text).forEach(message -> warn(place, message));
    // A translation may repeat the data of the original.
    if (!scope.field().equals("exhibit") || scope.locale().equals("en")) {
      repetitions(place, LintRules.words(LintRules.prose(LintRules.withoutLabels(text))));
    }
  }

  private void repetitions(Place place, List<String> words) {
    for (int i = 0; i + PHRASE <= words.size(); i++) {
      String phrase = String.join(" ", words.subList(i, i + PHRASE)).toLowerCase(Locale.ROOT);
      Place other =
          phrases.size() < MAX_PHRASES ? phrases.putIfAbsent(phrase, place) : phrases.get(phrase);
      if (other != null && !other.equals(place)) {
        PackProblem there = other.file().problemAt(other.path(), "");
        warn(place, "repeats \"%s\" of %s:%d".formatted(phrase, there.file(), there.line()));
        return;
      }
    }
  }

  private void question(YamlFile file, JsonNode question, String path) {
    boolean star = question.path("framework").asText().equals("STAR");
    boolean answeredShortly = false;
    for (int i = 0; i < question.path("answers").size(); i++) {
      JsonNode answer = question.path("answers").get(i);
      String kind = answer.path("kind").asText();
      answeredShortly |= kind.equals("SHORT");
      if (star && kind.equals("EXAMPLE") && !LintRules.hasResult(answer.path("body").asText())) {
        warn(new Place(file, path + "/answers/" + i + "/body"), "ends without a result");
      }
    }
    if (!answeredShortly) {
      warn(new Place(file, path + "/answers"), "there is no answer of the kind SHORT");
    }
    mistake(new Place(file, path + "/howToAnswer"), question.path("howToAnswer"));
    question
        .path("translations")
        .properties()
        .forEach(
            translation ->
                mistake(
                    new Place(
                        file, path + "/translations/" + translation.getKey() + "/howToAnswer"),
                    translation.getValue().path("howToAnswer")));
  }

  private void mistake(Place place, JsonNode advice) {
    if (advice.isTextual() && !LintRules.namesMistake(advice.asText())) {
      warn(place, "names no common mistake");
    }
  }

  private void warn(Place place, String message) {
    warnings.add(place.file().problemAt(place.path(), message));
  }
}
