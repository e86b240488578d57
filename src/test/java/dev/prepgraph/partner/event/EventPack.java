package dev.prepgraph.partner.event;

import dev.prepgraph.content.TestImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Guides with one question each, whose texts a test edits. */
public final class EventPack {

  private static final String TAXONOMY =
      """
      families:
        - {slug: %1$s-family, name: Family}
      questionTypes:
        - {slug: %1$s-type, name: Type, description: A type}
      criteria:
        - {slug: %1$s-criterion, name: Criterion, description: A criterion}
      """;

  private static final String GUIDE =
      """
      slug: %1$s-guide-%2$d
      published: %3$s
      title: %4$s
      family: %1$s-family
      seniority: INTERN
      overview: About the role
      questionTypes:
        - {type: %1$s-type, whatToExpect: This}
      criteria: [%1$s-criterion]
      translations:
        de: {title: %5$s}
      questions:
        - slug: %1$s-question-%2$d
          prompt: %6$s
          type: %1$s-type
          difficulty: EASY
          howToAnswer: Because
          answers:
            - {kind: MODEL, body: So}
          criteria: [%1$s-criterion]
      """;

  private record Guide(boolean published, String title, String german, String prompt) {}

  private final Path folder;
  private final String prefix;
  private final Map<Integer, Guide> guides = new LinkedHashMap<>();

  /**
   * @param prefix of all slugs
   */
  public EventPack(Path folder, String prefix) {
    this.folder = folder;
    this.prefix = prefix;
  }

  public String guide(int number) {
    return prefix + "-guide-" + number;
  }

  public String question(int number) {
    return prefix + "-question-" + number;
  }

  public EventPack put(int number, boolean published, String title, String german, String prompt) {
    guides.put(number, new Guide(published, title, german, prompt));
    return this;
  }

  /** Returns the revision of the catalogue. */
  public int publish() {
    try {
      Files.createDirectories(folder.resolve("guides"));
      Files.writeString(folder.resolve("taxonomy.yaml"), TAXONOMY.formatted(prefix));
      for (Map.Entry<Integer, Guide> entry : guides.entrySet()) {
        Guide guide = entry.getValue();
        Files.writeString(
            folder.resolve("guides/" + guide(entry.getKey()) + ".yaml"),
            GUIDE.formatted(
                prefix,
                entry.getKey(),
                guide.published(),
                guide.title(),
                guide.german(),
                guide.prompt()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TestImport.importPack(folder);
    return TestImport.publish();
  }
}
