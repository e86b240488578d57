package dev.prepgraph.catalogue.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two guides, their questions and the taxonomy behind them, whose texts a test edits in any
 * language.
 *
 * @param texts by name and locale, as in {@code title-a de}
 * @param published whether guide a and guide b are
 */
record ChangePack(Map<String, String> texts, Map<String, Boolean> published) {

  static final List<String> LOCALES = List.of("en", "fr", "de", "de-AT");

  /** The texts, each of which has an untranslated one. */
  static final List<String> NAMES =
      List.of(
          "title-a",
          "title-b",
          "summary-a",
          "section-a",
          "skill-a",
          "step-a",
          "reason-a",
          "faq-a",
          "prompt-1",
          "prompt-2",
          "hint-1",
          "body-2",
          "type",
          "criterion",
          "level",
          "family");

  private static final Map<String, List<String>> PAGES =
      Map.of(
          "c-guide-a",
          NAMES.stream().filter(name -> !name.equals("title-b")).toList(),
          "c-guide-b",
          List.of("title-b", "prompt-2", "body-2", "type", "criterion", "level", "family"),
          "c-question-1",
          List.of("prompt-1", "hint-1", "type", "criterion", "level"),
          "c-question-2",
          List.of("prompt-2", "body-2", "type", "criterion", "level"),
          "c-criterion",
          List.of("criterion", "level"));

  static ChangePack first() {
    Map<String, String> texts = new TreeMap<>();
    NAMES.forEach(name -> texts.put(name + " en", name + " 0"));
    return new ChangePack(texts, new TreeMap<>(Map.of("a", true, "b", true)));
  }

  private String text(String name, String locale) {
    for (String tag : chain(locale)) {
      String text = texts.get(name + " " + tag);
      if (text != null) {
        return text;
      }
    }
    throw new AssertionError(name);
  }

  private static List<String> chain(String locale) {
    List<String> chain = new ArrayList<>(List.of(locale));
    if (locale.contains("-")) {
      chain.add(locale.substring(0, 2));
    }
    chain.add("en");
    return chain;
  }

  private boolean isPublished(String slug) {
    return switch (slug) {
      case "c-guide-a", "c-question-1" -> published.get("a");
      case "c-guide-b" -> published.get("b");
      case "c-question-2" -> published.get("a") || published.get("b");
      default -> true;
    };
  }

  /** What readers see, by slug and locale; nothing of what is withdrawn. */
  Map<String, List<String>> seen() {
    return pages();
  }

  /** What has text of its own, by slug and locale. */
  Map<String, List<String>> localizations() {
    Map<String, List<String>> pages = pages();
    pages
        .keySet()
        .removeIf(
            page -> {
              String[] key = page.split(" ");
              return PAGES.get(key[0]).stream()
                  .noneMatch(name -> texts.containsKey(name + " " + key[1]));
            });
    return pages;
  }

  /** What the feed tells about a localization: its texts and how many of them are translated. */
  Map<String, Object> told() {
    Map<String, Object> told = new TreeMap<>();
    localizations()
        .forEach(
            (page, seen) -> {
              String[] key = page.split(" ");
              long untranslated =
                  PAGES.get(key[0]).stream()
                      .filter(name -> chain(key[1]).stream().noneMatch(tag -> isIn(name, tag)))
                      .count();
              told.put(page, seen + " " + untranslated);
            });
    return told;
  }

  private boolean isIn(String name, String tag) {
    return !tag.equals("en") && texts.containsKey(name + " " + tag);
  }

  private Map<String, List<String>> pages() {
    Map<String, List<String>> pages = new TreeMap<>();
    PAGES.forEach(
        (slug, names) -> {
          for (String locale : LOCALES) {
            if (isPublished(slug)) {
              pages.put(
                  slug + " " + locale, names.stream().map(name -> text(name, locale)).toList());
            }
          }
        });
    return pages;
  }

  private String field(String indent, String key, String name) {
    return indent + key + ": " + texts.get(name + " en") + "\n";
  }

  private String translations(String indent, Map<String, String> fields) {
    StringBuilder yaml = new StringBuilder();
    for (String locale : LOCALES.subList(1, LOCALES.size())) {
      StringBuilder translated = new StringBuilder();
      fields.forEach(
          (key, name) -> {
            String text = texts.get(name + " " + locale);
            if (text != null) {
              translated
                  .append(indent)
                  .append("    ")
                  .append(key)
                  .append(": ")
                  .append(text)
                  .append('\n');
            }
          });
      if (!translated.isEmpty()) {
        yaml.append(yaml.isEmpty() ? indent + "translations:\n" : "")
            .append(indent)
            .append("  ")
            .append(locale)
            .append(":\n")
            .append(translated);
      }
    }
    return yaml.toString();
  }

  String taxonomy() {
    StringBuilder yaml = new StringBuilder("families:\n  - slug: c-family\n");
    yaml.append(field("    ", "name", "family"))
        .append(translations("    ", Map.of("name", "family")))
        .append("questionTypes:\n  - slug: c-type\n    name: Type\n")
        .append(field("    ", "description", "type"))
        .append(translations("    ", Map.of("description", "type")))
        .append("criteria:\n  - slug: c-criterion\n    description: Meaning\n")
        .append(field("    ", "name", "criterion"))
        .append(translations("    ", Map.of("name", "criterion")))
        .append("    levels:\n");
    for (int score = 1; score <= 5; score++) {
      yaml.append("      - score: ").append(score).append("\n        label: Label\n");
      yaml.append(
          score == 3 ? field("        ", "descriptor", "level") : "        descriptor: Does\n");
      if (score == 3) {
        yaml.append(translations("        ", Map.of("descriptor", "level")));
      }
    }
    return yaml.toString();
  }

  String guide(String letter) {
    StringBuilder yaml = new StringBuilder("slug: c-guide-" + letter + "\n");
    yaml.append(field("", "title", "title-" + letter))
        .append("family: c-family\nseniority: INTERN\noverview: About\n")
        .append("published: ")
        .append(published.get(letter))
        .append("\nquestionTypes:\n  - {type: c-type, whatToExpect: This}\n");
    if (letter.equals("b")) {
      return yaml.append("criteria: [c-criterion]\nquestions:\n  - ref: c-question-2\n")
          .append(translations("", Map.of("title", "title-b")))
          .toString();
    }
    return yaml.append(field("", "summary", "summary-a"))
        .append(part("sections", "kind: FAQS\n    title: Answers", "intro", "section-a"))
        .append(part("skills", "name: Skill\n    kind: TOOL", "why", "skill-a"))
        .append("process:\n")
        .append(part("steps", "name: Step", "whatToExpect", "step-a").indent(2))
        .append(part("criteria", "criterion: c-criterion", "whyItMatters", "reason-a"))
        .append(part("faqs", "question: And then?", "answer", "faq-a"))
        .append("questions:\n")
        .append(
            question("1", part("hints", "", "body", "hint-1").indent(4), "        body: Body\n"))
        .append(
            question(
                "2",
                "",
                field("        ", "body", "body-2")
                    + translations("        ", Map.of("body", "body-2"))))
        .append(translations("", Map.of("title", "title-a", "summary", "summary-a")))
        .toString();
  }

  /** A list with one object, one text of which is edited. */
  private String part(String list, String fields, String key, String name) {
    String first = fields.isEmpty() ? "" : fields + "\n    ";
    return list
        + ":\n  - "
        + first
        + field("", key, name)
        + translations("    ", Map.of(key, name));
  }

  private String question(String number, String hints, String body) {
    return "  - slug: c-question-"
        + number
        + "\n"
        + field("    ", "prompt", "prompt-" + number)
        + "    type: c-type\n    difficulty: EASY\n    howToAnswer: So\n    criteria: [c-criterion]\n"
        + hints
        + "    answers:\n      - kind: MODEL\n"
        + body
        + translations("    ", Map.of("prompt", "prompt-" + number));
  }
}
