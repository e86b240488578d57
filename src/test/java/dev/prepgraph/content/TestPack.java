package dev.prepgraph.content;

import io.quarkus.arc.Arc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Publishes small packs in the service under test. */
public final class TestPack {

  private TestPack() {}

  /**
   * Publishes the guide with one question a prompt: {@code t-0}, {@code t-1} and so on.
   *
   * @return the revision of the catalogue
   */
  public static int publish(Path folder, String... prompts) {
    StringBuilder guide =
        new StringBuilder(
            """
            slug: t-guide
            title: Guide
            family: t-family
            seniority: INTERN
            overview: About the role
            questionTypes:
              - {type: t-type, whatToExpect: This}
            criteria: [t-criterion]
            questions:
            """);
    for (int i = 0; i < prompts.length; i++) {
      guide.append(
          """
            - slug: t-%d
              prompt: %s
              type: t-type
              difficulty: EASY
              howToAnswer: Because
              answers:
                - {kind: MODEL, body: So}
              criteria: [t-criterion]
          """
              .formatted(i, prompts[i]));
    }
    try {
      Files.createDirectories(folder.resolve("guides"));
      Files.writeString(folder.resolve("taxonomy.yaml"), PackReaderTest.TAXONOMY);
      Files.writeString(folder.resolve("guides/t-guide.yaml"), guide);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return publishPack(folder);
  }

  /**
   * Publishes a pack of the test resources.
   *
   * @return the revision of the catalogue
   */
  public static int publishPack(String name) {
    return publishPack(Path.of("src/test/resources/packs", name));
  }

  private static int publishPack(Path folder) {
    var container = Arc.container();
    container.instance(Importer.class).get().run(Pack.of(folder), false, count -> {});
    return container.instance(Publication.class).get().run().revision();
  }
}
