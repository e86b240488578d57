package dev.prepgraph.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackReaderTest {

  static final String TAXONOMY =
      """
      families:
        - {slug: t-family, name: Family}
      questionTypes:
        - {slug: t-type, name: Type, description: A type}
      criteria:
        - slug: t-criterion
          name: Criterion
          description: A criterion
          levels:
            - {score: 1, label: One, descriptor: does one}
            - {score: 2, label: Two, descriptor: does two}
            - {score: 3, label: Three, descriptor: does three}
            - {score: 4, label: Four, descriptor: does four}
            - {score: 5, label: Five, descriptor: does five}
      """;

  static final String GUIDE =
      """
      slug: t-guide
      title: Guide
      family: t-family
      seniority: INTERN
      overview: About the role
      questionTypes:
        - {type: t-type, whatToExpect: This}
      questions:
        - slug: t-question
          prompt: Why?
          type: t-type
          difficulty: EASY
          howToAnswer: Because
          answers:
            - {kind: MODEL, body: So}
          criteria: [t-criterion]
      criteria: [t-criterion]
      """;

  @TempDir Path folder;

  @BeforeEach
  void writePack() throws IOException {
    write("taxonomy.yaml", TAXONOMY);
    write("guides/t-guide.yaml", GUIDE);
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
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

  private void change(String from, String to) throws IOException {
    assertThat(GUIDE).contains(from);
    write("guides/t-guide.yaml", GUIDE.replace(from, to));
  }

  @Test
  void readsAPack() {
    assertThat(read())
        .containsExactly(
            "FAMILY t-family",
            "QUESTION_TYPE t-type",
            "CRITERION t-criterion",
            "QUESTION t-question",
            "GUIDE t-guide");
  }

  @Test
  void readsTheDefaultPack() {
    List<String> items = new ArrayList<>();
    Pack.withDefault(
        pack ->
            new PackReader((kind, slug, position, document) -> items.add(kind.name()))
                .read(pack, (kind, slugs) -> Set.of(), count -> {}));
    assertThat(items.stream().filter("GUIDE"::equals)).hasSize(16);
    assertThat(items.stream().filter("QUESTION"::equals)).hasSizeGreaterThanOrEqualTo(16 * 12);
  }

  @Test
  void rejectsUnknownKeys() throws IOException {
    change("title: Guide", "title: Guide\nsubtitle: x");
    assertThat(problems()).containsExactly("guides/t-guide.yaml:3: /subtitle: unknown key");
  }

  @Test
  void rejectsMissingKeys() throws IOException {
    change("    howToAnswer: Because\n", "");
    assertThat(problems())
        .containsExactly("guides/t-guide.yaml:9: /questions/0: howToAnswer is missing");
  }

  @Test
  void warnsOfRawHtmlOutsideCode() throws IOException {
    change("howToAnswer: Because", "howToAnswer: 'Use `<b>`, x < y or \\<i>'");
    assertThat(warnings()).isEmpty();
    change("howToAnswer: Because", "howToAnswer: Be <b>bold</b>");
    assertThat(warnings())
        .containsExactly(
            "guides/t-guide.yaml:13: /questions/0/howToAnswer: raw HTML is shown as text; write it as code");
  }

  @Test
  void countsWarningsAfterTheFirstHundred() throws IOException {
    change(
        "overview: About the role",
        "overview: About <b>the</b> role\nfaqs:\n"
            + "  - {question: Why?, answer: <i>So</i>}\n".repeat(50)
            + "questionsToAsk:\n"
            + "  - {prompt: Why?, rationale: <i>So</i>}\n".repeat(50));
    PackReader reader = readPack();
    assertThat(reader.warnings()).hasSize(100);
    assertThat(reader.moreWarnings()).isEqualTo(1);
  }

  private PackReader readPack() {
    PackReader reader = new PackReader((kind, slug, position, document) -> {});
    reader.read(Pack.of(folder), (kind, slugs) -> Set.of(), count -> {});
    return reader;
  }

  private List<String> warnings() {
    return readPack().warnings().stream().map(PackProblem::toString).toList();
  }

  @Test
  void rejectsOtherEnumValues() throws IOException {
    change("INTERN", "TRAINEE");
    assertThat(problems())
        .containsExactly(
            "guides/t-guide.yaml:4: /seniority: must be one of [\"INTERN\",\"JUNIOR\",\"MID\",\"SENIOR\",\"LEAD\"]");
  }

  @Test
  void rejectsTextThatIsTooLongInCodePoints() throws IOException {
    change("Why?", "\uD83D\uDE00".repeat(500));
    assertThat(read()).hasSize(5);
    change("Why?", "\uD83D\uDE00".repeat(501));
    assertThat(problems())
        .containsExactly(
            "guides/t-guide.yaml:10: /questions/0/prompt: must have at most 500 characters");
  }

  @Test
  void rejectsWrongTypesAndBlankText() throws IOException {
    change("prompt: Why?", "prompt: 12");
    assertThat(problems())
        .containsExactly("guides/t-guide.yaml:10: /questions/0/prompt: must be of type string");
    change("prompt: Why?", "prompt: ' '");
    assertThat(problems())
        .containsExactly("guides/t-guide.yaml:10: /questions/0/prompt: must not be blank");
  }

  @Test
  void rejectsInvalidSlugs() throws IOException {
    change("slug: t-question", "slug: T_Question");
    assertThat(problems())
        .containsExactly(
            "guides/t-guide.yaml:9: /questions/0/slug: must match ^[a-z0-9]+(-[a-z0-9]+)*$");
  }

  @Test
  void rejectsDanglingReferencesOfEveryKind() throws IOException {
    write(
        "guides/t-guide.yaml",
        GUIDE
                .replace("family: t-family", "family: no-family")
                .replace("{type: t-type,", "{type: no-type,")
                .replace("criteria: [t-criterion]\n", "criteria: [t-criterion, no-criterion]\n")
            + "relatedGuides: [no-guide]\n");
    write(
        "guides/t-guide.yaml",
        Files.readString(folder.resolve("guides/t-guide.yaml"))
            .replace("questions:\n", "questions:\n  - ref: no-question\n"));
    assertThat(problems())
        .containsExactly(
            "guides/t-guide.yaml:3: /family: there is no family with this slug",
            "guides/t-guide.yaml:7: /questionTypes/0/type: there is no question type with this slug",
            "guides/t-guide.yaml:9: /questions/0/ref: there is no question with this slug",
            "guides/t-guide.yaml:17: /questions/1/criteria/1: there is no criterion with this slug",
            "guides/t-guide.yaml:18: /criteria/1: there is no criterion with this slug",
            "guides/t-guide.yaml:19: /relatedGuides/0: there is no guide with this slug");
  }

  @Test
  void rejectsSlugsThatAreTaken() throws IOException {
    write("guides/t-other.yaml", GUIDE.replace("slug: t-guide", "slug: t-other"));
    assertThat(problems())
        .containsExactly(
            "guides/t-other.yaml:9: /questions/0/slug: the slug is already used in guides/t-guide.yaml");
  }

  @Test
  void rejectsOtherFileNames() throws IOException {
    Files.move(folder.resolve("guides/t-guide.yaml"), folder.resolve("guides/t-odd.yaml"));
    assertThat(problems())
        .containsExactly("guides/t-odd.yaml:1: /slug: the file must be named t-guide.yaml");
  }

  @Test
  void rejectsDuplicates() throws IOException {
    write("guides/t-guide.yaml", GUIDE.replace("title: Guide", "title: Guide\ntitle: Again"));
    assertThat(problems()).containsExactly("guides/t-guide.yaml:3: /title: duplicate key");
    write(
        "guides/t-guide.yaml",
        GUIDE
                .replace("questions:\n", "  - {type: t-type, whatToExpect: Again}\nquestions:\n")
                .replace("criteria: [t-criterion]\n", "criteria: [t-criterion]\n")
            + "relatedGuides: [t-guide]\n");
    assertThat(problems())
        .containsExactly(
            "guides/t-guide.yaml:8: /questionTypes/1/type: the question type is listed twice",
            "guides/t-guide.yaml:19: /relatedGuides/0: a guide must not be related to itself");
  }

  @Test
  void rejectsCriteriaWithoutTheirFiveLevels() throws IOException {
    write(
        "taxonomy.yaml",
        TAXONOMY.replace("      - {score: 4, label: Four, descriptor: does four}\n", ""));
    assertThat(problems())
        .contains("taxonomy.yaml:10: /criteria/0/levels: must have at least 5 entries");
    write("taxonomy.yaml", TAXONOMY.replace("score: 4", "score: 5"));
    assertThat(problems())
        .containsExactly("taxonomy.yaml:13: /criteria/0/levels/3/score: must be 4");
  }

  @Test
  void rejectsAliasesAnchorsAndTags() throws IOException {
    change("title: Guide", "title: &a Guide");
    assertThat(problems())
        .containsExactly("guides/t-guide.yaml:2: /title: anchors are not allowed; repeat the text");
    change("title: Guide", "title: *a");
    assertThat(problems())
        .containsExactly("guides/t-guide.yaml:2: /title: aliases are not allowed; repeat the text");
    change("title: Guide", "title: !!java.net.URL Guide");
    assertThat(problems()).containsExactly("guides/t-guide.yaml:2: /title: tags are not allowed");
  }

  @Test
  void rejectsABillionLaughs() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [lol]\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("a")
          .append(i)
          .append(": &a")
          .append(i)
          .append(" [")
          .append("*a")
          .append(i - 1)
          .append(", *a")
          .append(i - 1)
          .append("]\n");
    }
    write("guides/t-guide.yaml", bomb.toString());
    assertThat(problems())
        .containsExactly("guides/t-guide.yaml:1: /a0: anchors are not allowed; repeat the text");
  }

  @Test
  void rejectsDeepAndLargeFiles() throws IOException {
    write("guides/t-guide.yaml", "a: " + "[".repeat(50_000));
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("guides/t-guide.yaml:1: /a/0/0")
        .endsWith("nested too deeply");
    write("guides/t-guide.yaml", "a: " + "x".repeat(1 << 20));
    assertThat(problems()).containsExactly("guides/t-guide.yaml:1: the file is larger than 1 MiB");
  }

  @Test
  void rejectsFilesThatAreNotText() throws IOException {
    byte[] bytes = GUIDE.getBytes(StandardCharsets.UTF_8);
    bytes[GUIDE.indexOf("Guide")] = (byte) 0xC3;
    Files.write(folder.resolve("guides/t-guide.yaml"), bytes);
    assertThat(problems()).containsExactly("guides/t-guide.yaml:2: the file is not valid UTF-8");
    change("About", "A\u0007bout");
    assertThat(problems())
        .containsExactly("guides/t-guide.yaml:5: the file contains a control character");
    write("guides/t-guide.yaml", "");
    assertThat(problems()).containsExactly("guides/t-guide.yaml:1: the file is empty");
    write("guides/t-guide.yaml", "a: b\n---\nc: d\n");
    assertThat(problems())
        .containsExactly("guides/t-guide.yaml:2: the file must contain one YAML document");
    write("guides/t-guide.yaml", "a: b\n  c: d\n");
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("guides/t-guide.yaml:2: invalid YAML: ");
  }

  /** PostgreSQL stores no U+0000, and the search uses others as placeholders. */
  @ParameterizedTest
  @ValueSource(strings = {"\\0", "\\e", "\\x01", "\\x7F", "\\x9B", "\\ud83d"})
  void rejectsEscapesOfWhatIsNoText(String escape) throws IOException {
    change("[t-criterion]", "[\"t-" + escape + "criterion\"]");
    assertThat(problems())
        .startsWith(
            "guides/t-guide.yaml:16: /questions/0/criteria/0: a text must not contain control characters or unpaired surrogates");
    change("howToAnswer: Because", "howToAnswer: \"Because" + escape + "\"");
    assertThat(problems())
        .containsExactly(
            "guides/t-guide.yaml:13: /questions/0/howToAnswer: a text must not contain control characters or unpaired surrogates");
    change("howToAnswer: Because", "\"howTo" + escape + "Answer\": Because");
    assertThat(problems())
        .containsExactly(
            "guides/t-guide.yaml:13: /questions/0: keys must not contain control characters or unpaired surrogates");
  }

  @Test
  void readsEscapesOfText() throws IOException {
    change("title: Guide", "title: \"A\\tG\\u00fcide\\n\\U0001F600\\N\"");
    assertThat(read()).contains("GUIDE t-guide");
  }

  @Test
  void rejectsLinksOutOfThePack(@TempDir Path outside) throws IOException {
    Path target = Files.writeString(outside.resolve("t-guide.yaml"), GUIDE);
    Files.delete(folder.resolve("guides/t-guide.yaml"));
    Files.createSymbolicLink(folder.resolve("guides/t-guide.yaml"), target);
    assertThat(catchThrowableOfType(java.io.UncheckedIOException.class, this::read))
        .hasMessageEndingWith("guides/t-guide.yaml leads out of the pack");
  }

  @Test
  void reportsAllErrorsButNoConsequentialOnes() throws IOException {
    change("INTERN", "TRAINEE");
    write(
        "guides/t-other.yaml",
        GUIDE
                .replace("t-guide", "t-other")
                .replace("slug: t-question", "slug: t-own")
                .replace("questions:\n", "questions:\n  - ref: t-question\n")
            + "relatedGuides: [t-guide, no-guide]\n");
    assertThat(problems())
        .containsExactly(
            "guides/t-guide.yaml:4: /seniority: must be one of [\"INTERN\",\"JUNIOR\",\"MID\",\"SENIOR\",\"LEAD\"]",
            "guides/t-other.yaml:19: /relatedGuides/1: there is no guide with this slug");
  }

  @Test
  void acceptsReferencesToPublishedContent() throws IOException {
    Files.delete(folder.resolve("taxonomy.yaml"));
    List<String> items = new ArrayList<>();
    new PackReader((kind, slug, position, document) -> items.add(slug))
        .read(Pack.of(folder), (kind, slugs) -> Set.copyOf(slugs), count -> {});
    assertThat(items).containsExactly("t-question", "t-guide");
  }
}
