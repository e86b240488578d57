package dev.prepgraph.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in the blocks of a guide's page, each with its file, line and path. */
class GuidePageProblemsTest {

  private static final Path PACK = Path.of("src/test/resources/packs/page");
  private static final String GUIDE = "guides/baker-junior.yaml";

  @TempDir Path folder;

  @BeforeEach
  void copyPack() throws IOException {
    Files.createDirectories(folder.resolve("guides"));
    try (Stream<Path> files = Files.walk(PACK)) {
      files.filter(Files::isRegularFile).forEach(this::copy);
    }
  }

  private void copy(Path file) {
    try {
      Files.copy(file, folder.resolve(PACK.relativize(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void change(String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
  }

  private List<String> read() {
    List<String> items = new ArrayList<>();
    new PackReader((kind, slug, position, document) -> items.add(kind + " " + slug))
        .read(Pack.of(folder), (kind, slugs) -> Set.of(), count -> {});
    return items;
  }

  private List<String> problems() {
    PackException e = catchThrowableOfType(PackException.class, this::read);
    assertThat(e).as("the pack must be rejected").isNotNull();
    return e.problems().stream().map(PackProblem::toString).toList();
  }

  @Test
  void readsSharedQuestions() {
    assertThat(read())
        .contains("QUESTION why-early", "QUESTION nobody-asks", "QUESTION gluten")
        .hasSize(2 + 2 + 2 + 3 + 7);
  }

  @Test
  void readsAPackOfQuestionsAlone() throws IOException {
    Files.delete(folder.resolve("taxonomy.yaml"));
    try (Stream<Path> guides = Files.list(folder.resolve("guides"))) {
      for (Path guide : guides.toList()) {
        Files.delete(guide);
      }
    }
    Files.delete(folder.resolve("guides"));
    List<String> items = new ArrayList<>();
    new PackReader((kind, slug, position, document) -> items.add(slug))
        .read(Pack.of(folder), (kind, slugs) -> Set.copyOf(slugs), count -> {});
    assertThat(items).containsExactly("why-early", "nobody-asks");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [Breadsmith, Oven Hand] | [Breadsmith, 'junior  baker'] | 7: /aliases/1: the alias repeats the title or another alias
          2027-03-01 | 2027-02-30 | 13: /reviewedAt: must be a date, for example 2027-03-01
          2027-03-01 | "2027" | 13: /reviewedAt: must be a date, for example 2027-03-01
          kind: TYPES | kind: FAQS | 20: /sections/1/kind: the guide already has a section of this kind
          [why-early, gluten] | [gluten, nobody-asks] | 34: /process/steps/0/questions/1: the guide has no question with this slug
          slug: pay | slug: flour | 74: /faqs/1/slug: the slug is already used in the guide
          criterion: care | criterion: none | 61: /criteria/0/criterion: there is no criterion with this slug
          - speed | - care | 65: /criteria/1: the criterion is listed twice
          guide: baker-mid | guide: none | 77: /relatedGuides/1/guide: there is no guide with this slug
          guide: baker-mid | guide: seller-mid | 77: /relatedGuides/1: the guide is listed twice
          guide: baker-mid | guide: baker-junior | 77: /relatedGuides/1: a guide must not be related to itself
          kind: NEXT_LEVEL | kind: BEST | 77: /relatedGuides/1/kind: must be one of ["NEXT_LEVEL","SAME_FAMILY","EDITORS_CHOICE"]
          """)
  void rejectsMistakesInGuides(String from, String to, String problem) throws IOException {
    change(GUIDE, from, to);
    assertThat(problems()).containsExactly(GUIDE + ":" + problem);
  }

  @Test
  void rejectsMistakesInSharedQuestions() throws IOException {
    change(
        "questions.yaml",
        "type: cultural-fit\n    howToAnswer: Nobody",
        "type: none\n    howToAnswer: Nobody");
    change("questions.yaml", "slug: why-early", "slug: gluten");
    assertThat(problems())
        .containsExactly(
            GUIDE + ":42: /questions/0/slug: the slug is already used in questions.yaml",
            GUIDE + ":59: /questions/1/ref: there is no question with this slug",
            "questions.yaml:10: /questions/1/type: there is no question type with this slug");
  }

  @Test
  void validatesSharedQuestionsByTheSchemaOfQuestions() throws IOException {
    change("questions.yaml", "    howToAnswer: Be honest.\n", "    estimatedMinutes: 3\n");
    assertThat(problems())
        .containsExactly(
            "questions.yaml:2: /questions/0: howToAnswer is missing",
            "questions.yaml:5: /questions/0/estimatedMinutes: violates the rule minimum of the schema");
  }

  @Test
  void namesTheStepOfAMissingQuestion() throws IOException {
    change(GUIDE, "  - {ref: why-early}\n", "");
    assertThat(problems())
        .containsExactly(
            GUIDE + ":34: /process/steps/0/questions/0: the guide has no question with this slug");
  }
}
