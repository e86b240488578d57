package dev.prepgraph.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes a content pack of any size with all blocks of a guide's page, always the same one for the
 * same numbers. Its words are as unequally frequent as those of a language (Zipf), so that searches
 * meet rare and common ones.
 *
 * <p>{@code java src/test/java/dev/prepgraph/content/LargePack.java FOLDER GUIDES QUESTIONS}
 */
public final class LargePack {

  private static final int VOCABULARY = 20_000;
  private static final String[] SENIORITIES = {"INTERN", "JUNIOR", "MID", "SENIOR", "LEAD"};
  private static final String[] DIFFICULTIES = {"EASY", "MEDIUM", "HARD"};
  private static final String[] SECTIONS = {
    "TYPES", "QUESTIONS", "QUESTIONS_TO_ASK", "CANDIDATE", "FAQS"
  };

  /** Prefix of German words, so that the languages have none in common. */
  private static final String GERMAN = "ge";

  private static final String[] SYLLABLES = {
    "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va",
    "we", "xi", "yo", "zu", "bra", "cle", "dri", "flo", "gru", "pla", "ste", "tri", "spo", "shu"
  };

  private final Random random = new Random(42);
  private final Path folder;
  private final int guides;
  private final int questions;

  private LargePack(Path folder, int guides, int questions) {
    this.folder = folder;
    this.guides = guides;
    this.questions = questions;
  }

  public static void main(String... args) throws IOException {
    write(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
  }

  /** Writes a pack; the questions are spread evenly over the guides. */
  public static void write(Path folder, int guides, int questions) throws IOException {
    new LargePack(folder, guides, questions).write();
  }

  private void write() throws IOException {
    Files.createDirectories(folder.resolve("guides"));
    Files.writeString(folder.resolve("taxonomy.yaml"), taxonomy());
    int written = 0;
    for (int guide = 0; guide < guides; guide++) {
      int until = (int) ((long) questions * (guide + 1) / guides);
      Files.writeString(
          folder.resolve("guides/large-" + guide + ".yaml"), guide(guide, written, until));
      written = until;
    }
  }

  private String taxonomy() {
    StringBuilder text = new StringBuilder("families:\n");
    for (int i = 0; i < 20; i++) {
      text.append(entry("slug: family-" + i, true, "name", 2, "description", 15));
    }
    text.append("questionTypes:\n");
    for (int i = 0; i < 8; i++) {
      text.append(entry("slug: type-" + i, true, "name", 1, "description", 12));
    }
    text.append("criteria:\n");
    for (int i = 0; i < 40; i++) {
      text.append("  - slug: criterion-").append(i).append("\n    ");
      text.append(texts("\n    ", true, "name", 2, "description", 15)).append("\n    levels:\n");
      for (int score = 1; score <= 5; score++) {
        text.append("    ").append(entry("score: " + score, true, "label", 1, "descriptor", 20));
      }
    }
    return text.toString();
  }

  /** A guide in English; every fourth one in German, too. */
  private String guide(int number, int from, int until) {
    boolean german = number % 4 == 0;
    StringBuilder text = new StringBuilder("slug: large-" + number + "\n");
    text.append("title: ").append(words(4, ""));
    text.append("\nfamily: family-").append(number % 20);
    text.append("\nseniority: ").append(SENIORITIES[number % 5]);
    text.append("\nsummary: ").append(words(12, ""));
    text.append("\naliases: [").append(words(2, "")).append(", alias ").append(number);
    text.append("]\noccupations: [{scheme: ISCO_08, code: \"").append(2000 + number % 1000);
    text.append("\"}]\nlicence: {spdx: CC-BY-4.0}\nauthors: [").append(words(2, ""));
    text.append("]\nreviewedAt: 2027-03-01\noverview: ").append(words(200, "")).append('\n');
    if (german) {
      text.append("translations:\n  de:\n    title: ").append(words(4, GERMAN));
      text.append("\n    summary: ").append(words(12, GERMAN));
      text.append("\n    aliases: [").append(words(2, GERMAN));
      text.append("]\n    overview: ").append(words(200, GERMAN)).append('\n');
    }
    appendLists(text, number, german);
    text.append("process:\n  steps:\n");
    for (int i = 0; i < 4; i++) {
      String fields = "audience: PEER, durationMinutes: 45";
      if (from + i < until) {
        fields += ", questions: [question-" + (from + i) + "]";
      }
      text.append("  ").append(entry(fields, german, "name", 2, "whatToExpect", 40));
    }
    text.append("questions:\n");
    for (int question = from; question < until; question++) {
      text.append(question(question, german));
    }
    if (guides > 1) {
      text.append("relatedGuides: [large-").append((number + 1) % guides).append("]\n");
    }
    return text.toString();
  }

  private void appendLists(StringBuilder text, int number, boolean german) {
    text.append("sections:\n");
    for (String kind : SECTIONS) {
      text.append(entry("kind: " + kind, german, "title", 3, "intro", 40));
    }
    text.append("skills:\n");
    for (int i = 0; i < 8; i++) {
      text.append(entry("kind: TOOL", german, "name", 2, "why", 12));
    }
    text.append("questionTypes:\n");
    for (int i = 0; i < 5; i++) {
      text.append(entry("type: type-" + (number + i) % 8, german, "whatToExpect", 50));
    }
    text.append("criteria:\n");
    for (int i = 0; i < 5; i++) {
      String criterion = "criterion: criterion-" + (number + 7 * i) % 40;
      text.append(entry(criterion, german, "whyItMatters", 20));
    }
    text.append("questionsToAsk:\n");
    for (int i = 0; i < 5; i++) {
      text.append(entry("slug: ask-" + i, german, "prompt", 10, "rationale", 30));
    }
    text.append("faqs:\n");
    for (int i = 0; i < 4; i++) {
      text.append(entry("slug: faq-" + i, german, "question", 8, "answer", 50));
    }
  }

  private String question(int number, boolean german) {
    StringBuilder text = new StringBuilder("  - slug: question-" + number);
    text.append("\n    type: type-").append(random.nextInt(8));
    text.append("\n    difficulty: ").append(DIFFICULTIES[random.nextInt(3)]);
    text.append("\n    tags: [tag-").append(random.nextInt(500));
    text.append(", tag-x").append(random.nextInt(50));
    text.append("]\n    criteria: [criterion-").append(random.nextInt(40)).append("]\n    ");
    text.append(texts("\n    ", german, "prompt", 12, "howToAnswer", 70));
    text.append("\n    hints:\n");
    for (int i = 1; i <= 2; i++) {
      text.append("    - {").append(texts(", ", german, "body", 15)).append("}\n");
    }
    text.append("    followUps:\n");
    for (int i = 1; i <= 2; i++) {
      text.append("    - {");
      text.append(texts(", ", german, "prompt", 10, "howToAnswer", 30)).append("}\n");
    }
    text.append("    answers:\n");
    text.append("  ").append(entry("kind: SHORT", german, "body", 30));
    text.append("  ").append(entry("kind: MODEL", german, "body", 80));
    text.append("  ").append(entry("kind: EXAMPLE", german, "body", 80));
    return text.toString();
  }

  /** An element of a list, with fields and texts. */
  private String entry(String fields, boolean german, Object... namesAndWords) {
    return "  - {" + fields + ", " + texts(", ", german, namesAndWords) + "}\n";
  }

  /** Texts, by name and number of words, and their translations. */
  private String texts(String separator, boolean german, Object... namesAndWords) {
    String texts = texts(separator, "", namesAndWords);
    return german
        ? texts + separator + "translations: {de: {" + texts(", ", GERMAN, namesAndWords) + "}}"
        : texts;
  }

  private String texts(String separator, String prefix, Object... namesAndWords) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < namesAndWords.length; i += 2) {
      texts.add(namesAndWords[i] + ": " + words((int) namesAndWords[i + 1], prefix));
    }
    return String.join(separator, texts);
  }

  private String words(int count, String prefix) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(prefix).append(word(rank()));
    }
    return text.toString();
  }

  /** A rank by Zipf's law: the second word is half as frequent as the first, the third a third. */
  private int rank() {
    return (int) Math.exp(random.nextDouble() * Math.log(VOCABULARY));
  }

  /** The word of a rank: its digits to the base of the syllables. */
  static String word(int rank) {
    StringBuilder word = new StringBuilder();
    for (int rest = rank + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
      word.append(SYLLABLES[rest % SYLLABLES.length]);
    }
    return word.toString();
  }
}
