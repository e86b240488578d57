package dev.prepgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LintTest {

  @TempDir Path folder;

  /** Warnings about a guide whose overview is followed by a text. */
  private List<String> lint(String overview, String questions) throws IOException {
    Files.createDirectories(folder.resolve("guides"));
    Files.writeString(
        folder.resolve("guides/t-guide.yaml"),
        "title: Guide\noverview: |\n"
            + ("An early sentence about the work that is plain to read and short. ".repeat(8)
                    + "\n\n"
                    + overview)
                .indent(2)
            + questions);
    return Lint.of(Pack.of(folder)).stream().map(PackProblem::toString).toList();
  }

  private List<String> lint(String overview) throws IOException {
    return lint(overview, "");
  }

  @Test
  void theDefaultPackHasNoWarnings() {
    List<PackProblem> warnings = new ArrayList<>();
    Pack.withDefault(pack -> warnings.addAll(Lint.of(pack)));
    assertThat(warnings).isEmpty();
  }

  @Test
  void plainProseHasNoWarnings() throws IOException {
    assertThat(lint("A plain end.")).isEmpty();
  }

  @Test
  void reportsLength() throws IOException {
    assertThat(lint("word ".repeat(400).replace("word ", "A word here. ")))
        .contains("guides/t-guide.yaml:2: /overview: has 1304 words, not 100 to 450");
  }

  @Test
  void boundsOfAFieldMayDependOnItsList() throws IOException {
    String text = "Talk of the work and of one day in it. ".repeat(2).strip();
    assertThat(
            lint(
                "",
                """
                process:
                  steps:
                    - {name: Talk, whatToExpect: %s}
                questionTypes:
                  - type: technical
                    whatToExpect: They ask what a day at work is like.
                    translations: {de: {whatToExpect: Sie fragen nach Deinem Tag.}}
                questions:
                  - slug: one
                    howToAnswer: Tell the common mistake.
                    answers: [{kind: SHORT, body: I ask two people and then I try it.}]
                    followUps: [{prompt: And then?, howToAnswer: Tell what came next.}]
                """
                    .formatted(text)))
        .containsExactly(
            "guides/t-guide.yaml:10: /questionTypes/0/whatToExpect: has 9 words, not 15 to 110",
            "guides/t-guide.yaml:11: /questionTypes/0/translations/de/whatToExpect: has 5 words, not 15 to 110",
            "guides/t-guide.yaml:14: /questions/0/howToAnswer: has 4 words, not 40 to 180",
            "guides/t-guide.yaml:16: /questions/0/followUps/0/howToAnswer: has 4 words, not 5 to 180");
  }

  @Test
  void reportsLongSentencesOutsideCode() throws IOException {
    assertThat(lint("so we go ".repeat(14) + "on."))
        .contains("guides/t-guide.yaml:2: /overview: a sentence has 43 words, not at most 40");
    assertThat(lint("```text\n" + "so we go ".repeat(14) + "\n```")).isEmpty();
    assertThat(lint("- " + "so we go ".repeat(10) + "on\n- " + "so we go ".repeat(10))).isEmpty();
  }

  @Test
  void reportsHardReading() throws IOException {
    assertThat(
            lint(
                "Organizational interdependencies necessitate comprehensive administrative reconciliation activities. "
                    .repeat(14)))
        .singleElement()
        .asString()
        .startsWith("guides/t-guide.yaml:2: /overview: the reading ease is ");
  }

  @ParameterizedTest
  @CsvSource({
    "en, The cat sat on the mat., 116",
    "en, Readability is remarkably multidimensional., -136",
    "de, Die Katze saß auf der Matte., 96"
  })
  void readingEaseIsFleschs(String locale, String text, long ease) {
    assertThat(LintRules.readingEase(LintRules.words(text), 1, locale)).isEqualTo(ease);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "behaviour",
        "Colours",
        "optimise",
        "organisations",
        "analysed",
        "centre",
        "licence",
        "cancelled",
        "learnt",
        "practised",
        "catalogue",
        "defence",
        "prioritising"
      })
  void reportsBritishSpelling(String word) throws IOException {
    assertThat(lint("We see " + word + " here."))
        .containsExactly(
            "guides/t-guide.yaml:2: /overview: \"" + word + "\" is not spelled the American way");
    assertThat(lint("We see `" + word + "` here.")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "behavior",
        "four",
        "hours",
        "your",
        "rise",
        "promise",
        "exercise",
        "precise",
        "analysis",
        "installed",
        "called",
        "totally",
        "practice",
        "dialog",
        "revised",
        "advise",
        "surprised",
        "wise",
        "size"
      })
  void acceptsAmericanSpelling(String word) throws IOException {
    assertThat(lint("We see " + word + " here.")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TODO more", "TBD", "Lorem ipsum dolor"})
  void reportsUnfinishedTexts(String text) throws IOException {
    assertThat(lint(text))
        .containsExactly("guides/t-guide.yaml:2: /overview: the text is marked as unfinished");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](http://example.org)",
        "[x](/relative)",
        "[](https://example.org)",
        "[x](https://)",
        "[x](a b)",
        "[x](javascript:alert(1))"
      })
  void reportsLinks(String link) throws IOException {
    assertThat(lint("See " + link))
        .containsExactly(
            "guides/t-guide.yaml:2: /overview: a link needs a text and an address that begins with https://");
  }

  @Test
  void acceptsWebAddresses() throws IOException {
    assertThat(lint("See [the manual](https://example.org/manual#part).")).isEmpty();
  }

  private static final String QUESTION =
      """
      questions:
        - slug: one
          framework: STAR
          howToAnswer: |
            Say first what happened and when it was. Then tell which part of it was yours, and what you thought before you
            began. Name the %s that others make here. Close with what came of it, and with the one thing that you do
            in another way since that day.
          answers:
            - kind: %s
              body: I had the task, I did it with two friends.
            - kind: EXAMPLE
              body: |
                %s
      """;

  private static final String STORY =
      "Last summer my team had a slow page and many angry users wrote to us about it every week. "
          + "I looked at the log, found the slow part and rewrote it with a colleague who knew it well. ";

  @Test
  void reportsQuestionsThatLackSomething() throws IOException {
    assertThat(
            lint("", QUESTION.formatted("thing", "MODEL", STORY + "It was a lot of work for us.")))
        .filteredOn(line -> !line.contains(" words, not "))
        .containsExactly(
            "guides/t-guide.yaml:8: /questions/0/howToAnswer: names no common mistake",
            "guides/t-guide.yaml:13: /questions/0/answers: there is no answer of the kind SHORT",
            "guides/t-guide.yaml:16: /questions/0/answers/1/body: ends without a result");
    assertThat(
            lint(
                "", QUESTION.formatted("mistake", "SHORT", STORY + "The page took half the time.")))
        .isEmpty();
  }

  @Test
  void reportsRepetitionInAnotherPlace() throws IOException {
    String repeated = "A story that nobody else would ever tell in quite this way.";
    assertThat(
            lint(
                repeated,
                "summary: It is a story that nobody else would ever tell, not even here.\n"))
        .containsExactly(
            "guides/t-guide.yaml:6: /summary: repeats \"a story that nobody else would\" of guides/t-guide.yaml:2");
    assertThat(lint(repeated + " " + repeated)).isEmpty();
  }

  @Test
  void checksTranslationsByTheirOwnRules() throws IOException {
    assertThat(
            lint(
                "",
                """
                translations:
                  de:
                    overview: Wir sehen colour und behaviour. TODO
                """))
        .containsExactly(
            "guides/t-guide.yaml:7: /translations/de/overview: has 6 words, not 100 to 450",
            "guides/t-guide.yaml:7: /translations/de/overview: the text is marked as unfinished");
  }

  @ParameterizedTest
  @CsvSource({"7, false", "8, true", "60, true", "61, false"})
  void boundsAreInclusive(int words, boolean accepted) throws IOException {
    String body = "We bake. ".repeat(words / 2) + (words % 2 == 1 ? "Well." : "");
    assertThat(
            lint(
                "",
                """
                questions:
                  - slug: one
                    answers:
                      - kind: SHORT
                        body: %s
                """
                    .formatted(body)))
        .isEqualTo(
            accepted
                ? List.of()
                : List.of(
                    "guides/t-guide.yaml:9: /questions/0/answers/0/body: has %d words, not 8 to 60"
                        .formatted(words)));
  }

  @Test
  void checksTheTaxonomyAndSharedQuestions() throws IOException {
    Files.writeString(
        folder.resolve("taxonomy.yaml"),
        """
        families:
          - slug: craft
            name: Craft
            description: TODO
        questionTypes:
          - slug: technical
            name: Technical
            description: What the hands of a candidate can do without a book.
        criteria:
          - slug: care
            name: Care
            description: How much care someone takes.
            levels:
              - score: 1
                label: Poor
                descriptor: Sees no difference in colour.
        """);
    Files.writeString(
        folder.resolve("questions.yaml"),
        """
        questions:
          - slug: one
            prompt: Why?
            howToAnswer: Show what the hands of a candidate can do.
            answers: []
        """);
    assertThat(Lint.of(Pack.of(folder)).stream().map(PackProblem::toString))
        .containsExactly(
            "questions.yaml:3: /questions/0/prompt: has 1 words, not 2 to 60",
            "questions.yaml:4: /questions/0/howToAnswer: has 9 words, not 40 to 180",
            "questions.yaml:4: /questions/0/howToAnswer: names no common mistake",
            "questions.yaml:4: /questions/0/howToAnswer: repeats \"what the hands of a candidate\" of taxonomy.yaml:8",
            "questions.yaml:5: /questions/0/answers: there is no answer of the kind SHORT",
            "taxonomy.yaml:4: /families/0/description: has 1 words, not 4 to 60",
            "taxonomy.yaml:4: /families/0/description: the text is marked as unfinished",
            "taxonomy.yaml:16: /criteria/0/levels/0/descriptor: \"colour\" is not spelled the American way");
  }

  @Test
  void labelsAreNoRepetitions() {
    assertThat(
            LintRules.withoutLabels("**What they check**: facts.\n**Avoid.** guessing, **never**"))
        .isEqualTo(" facts.\n guessing, **never**");
  }
}
