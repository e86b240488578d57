package dev.prepgraph.partner.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prepgraph.common.Resources;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A part of schema.org's vocabulary, to check nodes of JSON-LD. */
final class Vocabulary {

  private static final String URL = "https?://[!-~]+";

  private final Map<String, Set<String>> supertypes = new HashMap<>();
  private final Map<String, Set<String>> properties = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  private Vocabulary() {
    for (String line : Resources.text("/schema-org/vocabulary.txt").lines().toList()) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] words = line.split(" ");
      Set<String> types =
          Set.of(line.substring(line.indexOf(' ') + 1).replace("< ", "").split(" "));
      if (words[0].contains(".")) {
        properties.put(words[0], types);
      } else if (words[1].equals("<")) {
        supertypes.put(words[0], types);
      }
    }
  }

  /** The faults of a node and of those in it; empty if there are none. */
  static List<String> faults(JsonNode node) {
    Vocabulary vocabulary = new Vocabulary();
    vocabulary.check(node);
    return vocabulary.faults;
  }

  private void check(JsonNode node) {
    String type = node.path("@type").asText();
    if (!supertypes.containsKey(type)) {
      faults.add("unknown type " + type);
      return;
    }
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      String name = type + "." + property.getKey();
      if (property.getKey().startsWith("@")) {
        continue;
      }
      Set<String> range = properties.get(name);
      if (range == null) {
        faults.add("unknown property " + name);
      } else if (property.getValue().isArray()) {
        property.getValue().forEach(value -> check(name, value, range));
      } else {
        check(name, property.getValue(), range);
      }
    }
  }

  private void check(String name, JsonNode value, Set<String> range) {
    if (value.isObject()) {
      String type = value.path("@type").asText();
      boolean known =
          range.contains(type)
              || supertypes.getOrDefault(type, Set.of()).stream().anyMatch(range::contains);
      if (!known) {
        faults.add(name + " must not be a " + type);
      }
      check(value);
    } else if (!isValue(value, range)) {
      faults.add(name + " must not be " + value);
    }
  }

  private static boolean isValue(JsonNode value, Set<String> range) {
    if (value.isBoolean()) {
      return range.contains("Boolean");
    }
    if (value.isNumber()) {
      return range.contains("Integer") || range.contains("Number");
    }
    String text = value.asText();
    return range.contains("Text") && !text.isBlank()
        || (range.contains("URL") || range.contains("Thing")) && text.matches(URL)
        || range.contains("DateTime") && isTime(text);
  }

  private static boolean isTime(String text) {
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
