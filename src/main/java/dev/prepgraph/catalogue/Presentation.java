package dev.prepgraph.catalogue;

import dev.prepgraph.catalogue.model.GuideDocument;
import dev.prepgraph.catalogue.model.Kind;
import dev.prepgraph.catalogue.model.PublishedGuide;
import dev.prepgraph.catalogue.model.PublishedQuestion;
import dev.prepgraph.catalogue.model.QuestionDocument;
import dev.prepgraph.catalogue.schema.ExpectedQuestionType;
import dev.prepgraph.catalogue.schema.Faq;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.QuestionToAsk;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.catalogue.schema.SampleAnswer;
import dev.prepgraph.catalogue.store.Languages;
import dev.prepgraph.catalogue.store.Snapshot;
import dev.prepgraph.catalogue.store.Taxonomy;

/** Maps published documents to GraphQL types in the languages of a request; null to null. */
public record Presentation(Taxonomy.Localized taxonomy, Languages languages) {

  public static Presentation of(Snapshot snapshot, String locale) {
    Languages languages = snapshot.languages(locale);
    return new Presentation(snapshot.taxonomy().in(languages), languages);
  }

  public RoleGuide guide(PublishedGuide guide) {
    if (guide == null) {
      return null;
    }
    GuideDocument text = guide.document();
    return new RoleGuide(
        Kind.GUIDE.nodeId(guide.id()),
        text.slug(),
        languages.text(text.translations(), "title", text.title()),
        text.family(),
        text.seniority(),
        languages.resolve(text.translations()),
        languages.text(text.translations(), "overview", text.overview()),
        text.questionTypes().stream().map(this::expectedType).toList(),
        taxonomy.criteria(text.criteria()),
        text.questionsToAsk().stream().map(this::toAsk).toList(),
        text.faqs().stream().map(this::faq).toList(),
        guide.revision(),
        guide.publishedAt(),
        languages.best(),
        guide);
  }

  public Question question(PublishedQuestion question) {
    if (question == null) {
      return null;
    }
    QuestionDocument text = question.document();
    return new Question(
        Kind.QUESTION.nodeId(question.id()),
        text.slug(),
        languages.text(text.translations(), "prompt", text.prompt()),
        taxonomy.type(text.type()),
        text.difficulty(),
        text.framework(),
        text.tags(),
        languages.text(text.translations(), "howToAnswer", text.howToAnswer()),
        text.answers().stream().map(this::answer).toList(),
        taxonomy.criteria(text.criteria()),
        question.revision(),
        languages.best(),
        question);
  }

  private ExpectedQuestionType expectedType(GuideDocument.ExpectedType text) {
    return new ExpectedQuestionType(
        taxonomy.type(text.type()),
        languages.text(text.translations(), "whatToExpect", text.whatToExpect()));
  }

  private QuestionToAsk toAsk(GuideDocument.ToAsk text) {
    return new QuestionToAsk(
        languages.text(text.translations(), "prompt", text.prompt()),
        languages.text(text.translations(), "rationale", text.rationale()));
  }

  private Faq faq(GuideDocument.FaqText text) {
    return new Faq(
        languages.text(text.translations(), "question", text.question()),
        languages.text(text.translations(), "answer", text.answer()));
  }

  private SampleAnswer answer(QuestionDocument.Answer text) {
    return new SampleAnswer(text.kind(), languages.text(text.translations(), "body", text.body()));
  }
}
