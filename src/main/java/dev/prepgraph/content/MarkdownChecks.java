package dev.prepgraph.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prepgraph.richtext.MarkdownRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds raw HTML in the texts of a file, which pages would show as text. */
final class MarkdownChecks {

  static final Set<String> MARKDOWN =
      Set.of(
          "overview",
          "intro",
          "why",
          "whyItMatters",
          "whatToExpect",
          "rationale",
          "answer",
          "exhibit",
          "howToAnswer",
          "body",
          "descriptor",
          "description");

  private final YamlFile file;
  private final List<PackProblem> warnings = new ArrayList<>();

  private MarkdownChecks(YamlFile file) {
    this.file = file;
  }

  static List<PackProblem> warnings(YamlFile file) {
    MarkdownChecks checks = new MarkdownChecks(file);
    checks.check(file.root(), "");
    return checks.warnings;
  }

  private void check(JsonNode node, String path) {
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      String own = path + "/" + property.getKey();
      JsonNode value = property.getValue();
      if (value.isTextual() && MARKDOWN.contains(property.getKey()) && hasHtml(value.asText())) {
        warnings.add(file.problemAt(own, "raw HTML is shown as text; write it as code"));
      }
      check(value, own);
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        check(node.get(i), path + "/" + i);
      }
    }
  }

  private static boolean hasHtml(String text) {
    return text.indexOf('<') >= 0 && !MarkdownRenderer.rawHtml(text).isEmpty();
  }
}
