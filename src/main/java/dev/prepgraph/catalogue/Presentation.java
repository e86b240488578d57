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
import dev.prepgraph.catalogue.schema.part.FollowUpQuestion;
import dev.prepgraph.catalogue.schema.part.GuideSection;
import dev.prepgraph.catalogue.schema.part.Hint;
import dev.prepgraph.catalogue.schema.part.InterviewProcess;
import dev.prepgraph.catalogue.schema.part.InterviewStep;
import dev.prepgraph.catalogue.schema.part.RoleCriterion;
import dev.prepgraph.catalogue.schema.part.Skill;
import dev.prepgraph.catalogue.store.Languages;
import dev.prepgraph.catalogue.store.Snapshot;
import dev.prepgraph.catalogue.store.Taxonomy;
import dev.prepgraph.common.lazy.Lazy;
import dev.prepgraph.common.lazy.LazyList;
import dev.prepgraph.richtext.RichText;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Maps published documents to GraphQL types in the languages of a request; null to null. */
public record Presentation(Taxonomy.Localized taxonomy, Languages languages) {

  /**
   * @param locale null for the language of the request
   */
  public static Presentation of(Snapshot snapshot, String locale) {
    Languages languages = snapshot.languages(locale);
    return new Presentation(snapshot.taxonomy().in(languages), languages);
  }

  public RoleGuide guide(PublishedGuide guide) {
    if (guide == null) {
      return null;
    }
    GuideDocument text = guide.document();
    RichText overview = languages.rich(text.translations(), "overview", text.overview());
    return new RoleGuide(
        Kind.GUIDE.nodeId(guide.id()),
        text.slug(),
        languages.text(text.translations(), "title", text.title()),
        languages.text(text.translations(), "summary", text.summary()),
        languages.value(text.aliasTranslations(), text.aliases()),
        text.aliases().isEmpty() ? null : languages.resolve(text.aliasTranslations()),
        taxonomy.family(text.family()),
        text.seniority(),
        text.occupations(),
        text.licence(),
        text.authors(),
        text.reviewedAt() == null ? null : LocalDate.parse(text.reviewedAt()),
        languages.resolve(text.translations(), "title"),
        text.summary() == null ? null : languages.resolve(text.translations(), "summary"),
        RichText.markdownOf(overview),
        overview,
        each(text.sections(), this::section),
        each(text.skills(), this::skill),
        process(guide.id(), text.process()),
        each(text.questionTypes(), this::expectedType),
        taxonomy.criteria(text.criteria()),
        roleCriteria(text.roleCriteria()),
        each(text.questionsToAsk(), ask -> toAsk(guide.id(), ask)),
        each(text.faqs(), faq -> faq(guide.id(), faq)),
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
    RichText exhibit = languages.rich(text.translations(), "exhibit", text.exhibit());
    RichText howToAnswer = languages.rich(text.translations(), "howToAnswer", text.howToAnswer());
    return new Question(
        Kind.QUESTION.nodeId(question.id()),
        text.slug(),
        languages.text(text.translations(), "prompt", text.prompt()),
        taxonomy.type(text.type()),
        text.difficulty(),
        text.estimatedMinutes(),
        text.framework(),
        text.tags(),
        RichText.markdownOf(exhibit),
        exhibit,
        RichText.markdownOf(howToAnswer),
        howToAnswer,
        each(text.hints(), this::hint),
        each(text.followUps(), this::followUp),
        each(text.answers(), this::answer),
        taxonomy.criteria(text.criteria()),
        question.revision(),
        languages.resolve(text.translations(), "prompt"),
        languages.best(),
        question);
  }

  private GuideSection section(GuideDocument.Section text) {
    RichText intro = languages.rich(text.translations(), "intro", text.intro());
    return new GuideSection(
        text.kind(),
        languages.text(text.translations(), "title", text.title()),
        RichText.markdownOf(intro),
        intro,
        languages.resolve(text.translations(), "title"));
  }

  private Skill skill(GuideDocument.SkillText text) {
    RichText why = languages.rich(text.translations(), "why", text.why());
    return new Skill(
        languages.text(text.translations(), "name", text.name()),
        text.kind(),
        RichText.markdownOf(why),
        why,
        languages.resolve(text.translations(), "name"));
  }

  private InterviewProcess process(UUID guide, List<GuideDocument.Step> steps) {
    return steps.isEmpty() ? null : new InterviewProcess(each(steps, step -> step(guide, step)));
  }

  private InterviewStep step(UUID guide, GuideDocument.Step text) {
    RichText whatToExpect =
        languages.rich(text.translations(), "whatToExpect", text.whatToExpect());
    return new InterviewStep(
        languages.text(text.translations(), "name", text.name()),
        text.audience(),
        text.durationMinutes(),
        RichText.markdownOf(whatToExpect),
        whatToExpect,
        languages.resolve(text.translations(), "name"),
        guide,
        text.questions(),
        languages.best());
  }

  private ExpectedQuestionType expectedType(GuideDocument.ExpectedType text) {
    RichText whatToExpect =
        languages.rich(text.translations(), "whatToExpect", text.whatToExpect());
    return new ExpectedQuestionType(
        taxonomy.type(text.type()),
        RichText.markdownOf(whatToExpect),
        whatToExpect,
        whatToExpect.locale());
  }

  /** A retired guide may name retired criteria, which are left out. */
  private List<RoleCriterion> roleCriteria(List<GuideDocument.Reason> reasons) {
    return later(
        () ->
            reasons.stream()
                .filter(reason -> taxonomy.criteria().containsKey(reason.criterion()))
                .map(this::roleCriterion)
                .toList());
  }

  private RoleCriterion roleCriterion(GuideDocument.Reason text) {
    RichText whyItMatters =
        languages.rich(text.translations(), "whyItMatters", text.whyItMatters());
    return new RoleCriterion(
        taxonomy.criteria().get(text.criterion()),
        RichText.markdownOf(whyItMatters),
        whyItMatters,
        whyItMatters == null ? null : whyItMatters.locale());
  }

  private QuestionToAsk toAsk(UUID guide, GuideDocument.ToAsk text) {
    RichText rationale = languages.rich(text.translations(), "rationale", text.rationale());
    return new QuestionToAsk(
        QuestionToAsk.id(guide, text.slug()),
        text.slug(),
        languages.text(text.translations(), "prompt", text.prompt()),
        RichText.markdownOf(rationale),
        rationale,
        languages.resolve(text.translations(), "prompt"));
  }

  private Faq faq(UUID guide, GuideDocument.FaqText text) {
    RichText answer = languages.rich(text.translations(), "answer", text.answer());
    return new Faq(
        Faq.id(guide, text.slug()),
        text.slug(),
        languages.text(text.translations(), "question", text.question()),
        RichText.markdownOf(answer),
        answer,
        languages.resolve(text.translations(), "question"));
  }

  private Hint hint(QuestionDocument.HintText text) {
    RichText body = languages.rich(text.translations(), "body", text.body());
    return new Hint(RichText.markdownOf(body), body, body.locale());
  }

  private FollowUpQuestion followUp(QuestionDocument.FollowUp text) {
    RichText howToAnswer = languages.rich(text.translations(), "howToAnswer", text.howToAnswer());
    return new FollowUpQuestion(
        languages.text(text.translations(), "prompt", text.prompt()),
        RichText.markdownOf(howToAnswer),
        howToAnswer,
        languages.resolve(text.translations(), "prompt"));
  }

  private SampleAnswer answer(QuestionDocument.Answer text) {
    RichText body = languages.rich(text.translations(), "body", text.body());
    return new SampleAnswer(text.kind(), RichText.markdownOf(body), body, body.locale());
  }

  /** Maps the parts of a page at their first use. */
  private static <S, T> List<T> each(List<S> texts, Function<S, T> present) {
    return later(() -> texts.stream().map(present).toList());
  }

  private static <T> List<T> later(Supplier<List<T>> list) {
    return new LazyList<>(new Lazy<>(list));
  }
}
