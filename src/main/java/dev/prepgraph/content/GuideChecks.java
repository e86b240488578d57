package dev.prepgraph.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prepgraph.common.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what the schema of a guide cannot express, within its own file. */
final class GuideChecks {

  private final JsonNode guide;
  private final YamlFile file;

  GuideChecks(JsonNode guide, YamlFile file) {
    this.guide = guide;
    this.file = file;
  }

  /**
   * @param questions the slugs of all questions of the guide
   */
  void check(Iterable<JsonNode> questions) {
    aliases();
    sections();
    process(questions);
    anchors();
  }

  private void aliases() {
    Set<String> names = new HashSet<>();
    names.add(Text.nameKey(guide.path("title").asText()));
    int position = 0;
    for (JsonNode alias : guide.path("aliases")) {
      if (!names.add(Text.nameKey(alias.asText()))) {
        file.problem("/aliases/" + position, "the alias repeats the title or another alias");
      }
      position++;
    }
  }

  private void sections() {
    Set<String> kinds = new HashSet<>();
    int position = 0;
    for (JsonNode section : guide.path("sections")) {
      String path = "/sections/" + position++ + "/kind";
      if (!kinds.add(section.path("kind").asText())) {
        file.problem(path, "the guide already has a section of this kind");
      }
    }
  }

  private void process(Iterable<JsonNode> questions) {
    Set<String> slugs = new HashSet<>();
    questions.forEach(slug -> slugs.add(slug.asText()));
    int step = 0;
    for (JsonNode entry : guide.path("process").path("steps")) {
      int position = 0;
      for (JsonNode question : entry.path("questions")) {
        if (!slugs.contains(question.asText())) {
          file.problem(
              "/process/steps/" + step + "/questions/" + position,
              "the guide has no question with this slug");
        }
        position++;
      }
      step++;
    }
  }

  /** Both lists are on one page. */
  private void anchors() {
    Set<String> slugs = new HashSet<>();
    for (String list : List.of("questionsToAsk", "faqs")) {
      int position = 0;
      for (JsonNode entry : guide.path(list)) {
        String path = "/" + list + "/" + position++ + "/slug";
        if (entry.has("slug") && !slugs.add(entry.path("slug").asText())) {
          file.problem(path, "the slug is already used in the guide");
        }
      }
    }
  }
}
