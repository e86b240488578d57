package dev.prepgraph.site.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page leaves open. In the response of an example, {@code …} stands for any text, and {@code
 * <the answer's id>} for a text that later examples of the page send.
 */
final class Placeholders {

  private static final Pattern NAMED = Pattern.compile("<[a-z']+(?: [a-z']+)+>");

  private final Map<String, String> values = new HashMap<>();

  void set(String name, String value) {
    values.put("<" + name + ">", value);
  }

  /** Replaces the named placeholders, all of which must be known by now. */
  String fill(String text) {
    return NAMED
        .matcher(text)
        .replaceAll(
            name -> {
              String value = values.get(name.group());
              if (value == null) {
                throw new AssertionError(name.group() + " is not in an earlier response");
              }
              return Matcher.quoteReplacement(value);
            });
  }

  /** Whether a response is the shown one. */
  boolean matches(JsonNode shown, JsonNode actual) {
    if (shown.isTextual() && actual.isTextual()) {
      return matches(shown.textValue(), actual.textValue());
    }
    if (shown.isObject() && actual.isObject() || shown.isArray() && actual.isArray()) {
      return shown.size() == actual.size() && matchesAll(shown, actual);
    }
    return shown.equals(actual);
  }

  private boolean matchesAll(JsonNode shown, JsonNode actual) {
    if (shown.isArray()) {
      for (int i = 0; i < shown.size(); i++) {
        if (!matches(shown.get(i), actual.get(i))) {
          return false;
        }
      }
      return true;
    }
    for (Iterator<String> names = shown.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!actual.has(name) || !matches(shown.get(name), actual.get(name))) {
        return false;
      }
    }
    return true;
  }

  boolean matches(String shown, String actual) {
    if (NAMED.matcher(shown).matches()) {
      return values.merge(shown, actual, (known, now) -> known).equals(actual);
    }
    String pattern = Pattern.quote(shown).replace("…", "\\E.*\\Q");
    return Pattern.compile(pattern, Pattern.DOTALL).matcher(actual).matches();
  }
}
