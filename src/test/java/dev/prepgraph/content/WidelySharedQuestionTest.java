package dev.prepgraph.content;

import static dev.prepgraph.Awaiting.await;
import static dev.prepgraph.GraphQL.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.catalogue.ChangingContent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A question in more guides than {@code Question.guides} lists, the last of which is unlike them.
 */
@QuarkusTest
@TestProfile(ChangingContent.class)
class WidelySharedQuestionTest {

  private static final int GUIDES = 101;

  private static final String GUIDE =
      """
      slug: %s
      title: Guide
      family: %s
      seniority: %s
      overview: About the role
      questionTypes:
        - {type: t-type, whatToExpect: This}
      criteria: [t-criterion]
      questions: [{ref: w-shared}]
      """;

  private static final String SHARED =
      """
      questions:
        - slug: w-shared
          prompt: Why?
          type: t-type
          howToAnswer: Because
          answers: [{kind: MODEL, body: So}]
      """;

  private static final String FACETS =
      "totalCount facets { families { value count } seniorities { value count } }";

  @TempDir Path folder;

  @BeforeEach
  void publish() throws IOException {
    Files.createDirectories(folder.resolve("guides"));
    Files.writeString(
        folder.resolve("taxonomy.yaml"),
        PackReaderTest.TAXONOMY.replace(
            "families:\n", "families:\n  - {slug: w-family, name: Other}\n"));
    Files.writeString(folder.resolve("questions.yaml"), SHARED);
    for (int i = 0; i < GUIDES; i++) {
      write("w-%03d".formatted(i), "t-family", "INTERN");
    }
    write("w-last", "w-family", "SENIOR");
    TestImport.importPack(folder);
    int revision = TestImport.publish();
    await()
        .until(() -> query("{ catalogue { revision } }").getInt("catalogue.revision") >= revision);
  }

  private void write(String slug, String family, String seniority) throws IOException {
    Files.writeString(
        folder.resolve("guides/" + slug + ".yaml"), GUIDE.formatted(slug, family, seniority));
  }

  /** What a filter leaves of the questions of a guide in the middle; as in the list of all. */
  private static Map<String, Object> filtered(Map<String, Object> filter) {
    JsonPath found =
        query(
            "query ($filter: QuestionFilterInput, $all: QuestionFilterInput) {"
                + " roleGuide(slug: \"w-050\") { questions(filter: $filter) { %1$s } }"
                    .formatted(FACETS)
                + " questions(filter: $all) { %1$s } }".formatted(FACETS),
            Map.of("filter", filter, "all", withSlug(filter)));
    Map<String, Object> ofGuide = found.getMap("roleGuide.questions");
    assertThat(ofGuide).isEqualTo(found.getMap("questions"));
    return ofGuide;
  }

  private static Map<String, Object> withSlug(Map<String, Object> filter) {
    Map<String, Object> all = new HashMap<>(filter);
    all.put("slugs", List.of("w-shared"));
    return all;
  }

  private static List<Map<String, Object>> one(String... values) {
    return Arrays.stream(values)
        .map(value -> Map.<String, Object>of("value", value, "count", 1))
        .toList();
  }

  @Test
  void isFilteredAndCountedByAllItsGuides() {
    assertThat(
            query("{ question(slug: \"w-shared\") { guides { slug } } }")
                .getList("question.guides"))
        .hasSize(100);
    for (Map<String, Object> filter :
        List.<Map<String, Object>>of(
            Map.of("guide", "w-last"),
            Map.of("guides", List.of("w-last")),
            Map.of("families", List.of("w-family")),
            Map.of("seniorities", List.of("SENIOR")),
            Map.of("guide", "w-001", "families", List.of("w-family")))) {
      assertThat(filtered(filter)).as("%s", filter).containsEntry("totalCount", 1);
    }
    for (Map<String, Object> filter :
        List.<Map<String, Object>>of(
            Map.of("guide", "t-guide"),
            Map.of("families", List.of("w-family"), "seniorities", List.of("INTERN")),
            Map.of("guides", List.of("w-001"), "families", List.of("w-family")))) {
      assertThat(filtered(filter)).as("%s", filter).containsEntry("totalCount", 0);
    }
    assertThat(filtered(Map.of()))
        .containsEntry(
            "facets",
            Map.of(
                "families", one("t-family", "w-family"), "seniorities", one("INTERN", "SENIOR")));
    assertThat(filtered(Map.of("families", List.of("w-family"))))
        .containsEntry(
            "facets",
            Map.of("families", one("t-family", "w-family"), "seniorities", one("SENIOR")));
    assertThat(filtered(Map.of("guides", List.of("w-last", "w-001"))))
        .containsEntry(
            "facets",
            Map.of(
                "families", one("t-family", "w-family"), "seniorities", one("INTERN", "SENIOR")));
    assertThat(filtered(Map.of("guides", List.of("w-last"))))
        .containsEntry("facets", Map.of("families", one("w-family"), "seniorities", one("SENIOR")));
  }
}
