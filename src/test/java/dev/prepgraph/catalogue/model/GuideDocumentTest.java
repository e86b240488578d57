package dev.prepgraph.catalogue.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prepgraph.catalogue.model.GuideDocument.FaqText;
import dev.prepgraph.catalogue.model.GuideDocument.Reason;
import dev.prepgraph.catalogue.model.GuideDocument.Related;
import dev.prepgraph.catalogue.schema.part.RelatedGuideKind;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuideDocumentTest {

  private static GuideDocument read(String json) throws IOException {
    return new ObjectMapper().readValue(json.replace('\'', '"'), GuideDocument.class);
  }

  private static List<String> faqSlugs(String... faqs) throws IOException {
    String entries =
        Stream.of(faqs)
            .map(
                faq ->
                    faq.contains(":")
                        ? "{'slug': '%s', 'question': '%s'}".formatted((Object[]) faq.split(":"))
                        : "{'question': '%s'}".formatted(faq))
            .toList()
            .toString();
    return read("{'faqs': " + entries + "}").faqs().stream().map(FaqText::slug).toList();
  }

  @Test
  void readsDocumentsOfTheVersionBefore() throws IOException {
    GuideDocument guide =
        read(
            "{'slug': 'a', 'criteria': ['care'], 'relatedGuides': ['b'], 'faqs': [{'question': 'Q'}]}");

    assertThat(guide.roleCriteria()).containsExactly(new Reason("care", null, null));
    assertThat(guide.related()).containsExactly(new Related("b", RelatedGuideKind.EDITORS_CHOICE));
    assertThat(guide.sections()).isEmpty();
    assertThat(guide.process()).isEmpty();
    assertThat(guide.questionsToAsk()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "What’s the pay?, whats-the-pay",
    "Schläft man in Straßburg?, schlaft-man-in-strassburg",
    "  C++ & C#!, c-c",
    "Что?, HASH"
  })
  void makesSlugsOfQuestions(String question, String slug) throws IOException {
    String made = faqSlugs(question).get(0);
    if (slug.equals("HASH")) {
      assertThat(made).matches("[0-9a-f]{12}").isEqualTo(faqSlugs(question).get(0));
    } else {
      assertThat(made).isEqualTo(slug);
    }
  }

  @Test
  void cutsLongSlugsBetweenWords() throws IOException {
    assertThat(faqSlugs("long ".repeat(30)).get(0)).isEqualTo("long-".repeat(15) + "long");
    assertThat(faqSlugs("x".repeat(300)).get(0)).isEqualTo("x".repeat(80));
  }

  @Test
  void keepsSlugsUniqueAndGivenOnes() throws IOException {
    assertThat(faqSlugs("Why?", "Why?", "why:Because?", "Why!"))
        .containsExactly("why-2", "why-3", "why", "why-4");
  }

  @Test
  void keepsSlugsWhenOtherEntriesMove() throws IOException {
    assertThat(faqSlugs("One?", "two:Two?", "Three?")).containsExactly("one", "two", "three");
    assertThat(faqSlugs("Three?", "New?", "two:Changed?", "One?"))
        .containsExactly("three", "new", "two", "one");
  }

  @Test
  void sharesSlugsWithTheQuestionsToAsk() throws IOException {
    GuideDocument guide =
        read("{'questionsToAsk': [{'prompt': 'Why?'}], 'faqs': [{'question': 'Why?'}]}");

    assertThat(guide.questionsToAsk().get(0).slug()).isEqualTo("why");
    assertThat(guide.faqs().get(0).slug()).isEqualTo("why-2");
  }
}
