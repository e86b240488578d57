package dev.prepgraph.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes a content pack of any size, always the same one for the same numbers. Its words are as
 * unequally frequent as those of a language (Zipf), so that searches meet rare and common ones.
 *
 * <p>{@code java src/test/java/dev/prepgraph/content/LargePack.java FOLDER GUIDES QUESTIONS}
 */
public final class LargePack {

  private static final int VOCABULARY = 20_000;
  private static final String[] SENIORITIES = {"INTERN", "JUNIOR", "MID", "SENIOR", "LEAD"};
  private static final String[] DIFFICULTIES = {"EASY", "MEDIUM", "HARD"};
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
      text.append("  - {slug: family-").append(i).append(", name: ").append(words(2)).append("}\n");
    }
    text.append("questionTypes:\n");
    for (int i = 0; i < 8; i++) {
      text.append("  - {slug: type-")
          .append(i)
          .append(", name: ")
          .append(words(1))
          .append(", description: ")
          .append(words(12))
          .append("}\n");
    }
    text.append("criteria:\n");
    for (int i = 0; i < 40; i++) {
      text.append("  - slug: criterion-")
          .append(i)
          .append("\n    name: ")
          .append(words(2))
          .append("\n    description: ")
          .append(words(15))
          .append("\n    levels:\n");
      for (int score = 1; score <= 5; score++) {
        text.append("      - {score: ")
            .append(score)
            .append(", label: ")
            .append(words(1))
            .append(", descriptor: ")
            .append(words(20))
            .append("}\n");
      }
    }
    return text.toString();
  }

  private String guide(int number, int from, int until) {
    StringBuilder text = new StringBuilder();
    text.append("slug: large-")
        .append(number)
        .append("\ntitle: ")
        .append(words(4))
        .append("\nfamily: family-")
        .append(number % 20);
    text.append("\nseniority: ")
        .append(SENIORITIES[number % 5])
        .append("\noverview: ")
        .append(words(200))
        .append("\nquestionTypes:\n");
    for (int i = 0; i < 5; i++) {
      text.append("  - {type: type-")
          .append((number + i) % 8)
          .append(", whatToExpect: ")
          .append(words(50))
          .append("}\n");
    }
    text.append("questions:\n");
    for (int question = from; question < until; question++) {
      text.append(question(question));
    }
    text.append("criteria: [");
    for (int i = 0; i < 5; i++) {
      text.append(i == 0 ? "" : ", ").append("criterion-").append((number + 7 * i) % 40);
    }
    text.append("]\nquestionsToAsk:\n");
    for (int i = 0; i < 5; i++) {
      text.append("  - {prompt: ")
          .append(words(10))
          .append(", rationale: ")
          .append(words(30))
          .append("}\n");
    }
    text.append("faqs:\n");
    for (int i = 0; i < 4; i++) {
      text.append("  - {question: ")
          .append(words(8))
          .append(", answer: ")
          .append(words(50))
          .append("}\n");
    }
    if (guides > 1) {
      text.append("relatedGuides: [large-").append((number + 1) % guides).append("]\n");
    }
    return text.toString();
  }

  private String question(int number) {
    return "  - slug: question-"
        + number
        + "\n    prompt: "
        + words(12)
        + "\n    type: type-"
        + random.nextInt(8)
        + "\n    difficulty: "
        + DIFFICULTIES[random.nextInt(3)]
        + "\n    tags: [tag-"
        + random.nextInt(500)
        + ", tag-x"
        + random.nextInt(50)
        + "]\n    criteria: [criterion-"
        + random.nextInt(40)
        + "]\n    howToAnswer: "
        + words(70)
        + "\n    answers:\n      - {kind: MODEL, body: "
        + words(80)
        + "}\n      - {kind: EXAMPLE, body: "
        + words(80)
        + "}\n";
  }

  private String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(word(rank()));
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
