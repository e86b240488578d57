package dev.prepgraph.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prepgraph.richtext.MarkdownRenderer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds raw HTML in the texts of a file, which pages would show as text. */
final class MarkdownChecks {

  private static final Set<String> MARKDOWN =
      Set.of(
          "overview",
          "intro",
          "why",
          "whyItMatters",
          "whatToExpect",
          "rationale",
          "answer",
          "howToAnswer",
          "body",
          "descriptor",
          "description");

  private MarkdownChecks() {}

  static void check(YamlFile file) {
    check(file, file.root(), "");
  }

  private static void check(YamlFile file, JsonNode node, String path) {
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      String own = path + "/" + property.getKey();
      if (property.getValue().isTextual() && MARKDOWN.contains(property.getKey())) {
        checkText(file, property.getValue().asText(), own);
      }
      check(file, property.getValue(), own);
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        check(file, node.get(i), path + "/" + i);
      }
    }
  }

  private static void checkText(YamlFile file, String text, String path) {
    List<String> html = MarkdownRenderer.rawHtml(text);
    if (!html.isEmpty()) {
      file.problem(path, "must not contain raw HTML; write it as code or escape its < as \\<");
    }
  }
}
