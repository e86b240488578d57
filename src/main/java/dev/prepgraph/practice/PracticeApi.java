package dev.prepgraph.practice;

import dev.prepgraph.account.schema.Viewer;
import dev.prepgraph.answer.schema.SavedAnswer;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.common.ByLocale;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.Payload;
import dev.prepgraph.common.language.RequestLanguage;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.practice.schema.AnswerAssessment;
import dev.prepgraph.practice.schema.AssessAnswerInput;
import dev.prepgraph.practice.schema.AssessAnswerPayload;
import dev.prepgraph.practice.schema.PracticeCard;
import dev.prepgraph.practice.schema.Readiness;
import dev.prepgraph.practice.schema.RecordPracticeInput;
import dev.prepgraph.practice.schema.RecordPracticePayload;
import dev.prepgraph.practice.schema.RecordedPractice;
import dev.prepgraph.practice.schema.RecordedPracticeConnection;
import dev.prepgraph.practice.schema.UndoPracticeInput;
import dev.prepgraph.practice.schema.UndoPracticePayload;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The GraphQL API of practice, ratings of answers, and readiness. */
@GraphQLApi
public class PracticeApi {

  private final PracticeService practice;
  private final AssessmentService assessments;
  private final ReadinessService readiness;
  private final QuestionService questions;

  PracticeApi(
      PracticeService practice,
      AssessmentService assessments,
      ReadinessService readiness,
      QuestionService questions) {
    this.practice = practice;
    this.assessments = assessments;
    this.readiness = readiness;
    this.questions = questions;
  }

  @Mutation
  @NonNull
  @Description(
      "Records a practice of a question. Limits: 500 practices of a question, 2,000 questions and 50,000 practices of a user.")
  public RecordPracticePayload recordPractice(
      @NonNull @Name("input") @Description("The practice.") RecordPracticeInput input) {
    return Payload.of(
        () -> practice.record(input), errors -> new RecordPracticePayload(null, null, errors));
  }

  @Mutation
  @NonNull
  @Description(
      "Deletes a practice that was recorded by mistake, any of the question's. The card, the queue and readiness are as if it had never been recorded; plans follow when they are rescheduled.")
  public UndoPracticePayload undoPractice(
      @NonNull @Name("input") @Description("The practice.") UndoPracticeInput input) {
    return Payload.of(
        () -> practice.undo(input), errors -> new UndoPracticePayload(null, null, errors));
  }

  @Nullable
  @Name("practiceQueue")
  @Description(
      "Questions to practise now, the most urgent first: urgency is the gain of a practice in the probability of recall at the nearest interview, or now without one. Candidates are practised questions, questions with a saved answer, and questions of the guides of upcoming interviews.")
  public List<@NonNull PracticeCard> practiceQueueOfViewer(
      @Source Viewer viewer,
      @Name("first") @Description("Number of questions, 0 to 100; default 20.") Integer first,
      @Name("locale")
          @Description("Language of the questions, as a BCP 47 tag" + RequestLanguage.BY_DEFAULT)
          String locale) {
    return practice.queue(PageRequest.of(first, null, null, null).size(), locale);
  }

  @Name("practices")
  @Description("The user's recorded practices, the newest first.")
  public RecordedPracticeConnection practicesOfViewer(
      @Source Viewer viewer,
      @Id @Name("questionId") @Description("Only practices of this question.") String questionId,
      @Name("first") @Description(PageRequest.FIRST) Integer first,
      @Name("after") @Description(PageRequest.AFTER) String after,
      @Name("last") @Description(PageRequest.LAST) Integer last,
      @Name("before") @Description(PageRequest.BEFORE) String before,
      @Name("locale")
          @Description("Language of the questions, as a BCP 47 tag" + RequestLanguage.BY_DEFAULT)
          String locale) {
    return RecordedPracticeConnection.of(
        practice.history(questionId, PageRequest.of(first, after, last, before), locale));
  }

  @NonNull
  @Name("question")
  @Description("The question, in its last published form.")
  public List<@NonNull Question> questionsOfPractices(@Source List<RecordedPractice> practices) {
    return ByLocale.load(
        practices,
        RecordedPractice::questionKey,
        RecordedPractice::locale,
        questions::everPublished);
  }

  @NonNull
  @Name("question")
  @Description("The question, in its last published form.")
  public List<@NonNull Question> questionsOfCards(@Source List<PracticeCard> cards) {
    return ByLocale.load(
        cards, PracticeCard::questionKey, PracticeCard::locale, questions::everPublished);
  }

  @Mutation
  @NonNull
  @Description(
      "Rates a revision of an answer by the criteria of its question. The rating is stored as long as the revision.")
  public AssessAnswerPayload assessAnswer(
      @NonNull @Name("input") @Description("The rating.") AssessAnswerInput input) {
    return Payload.of(AssessAnswerPayload::new, () -> assessments.assess(input));
  }

  @NonNull
  @Name("assessments")
  @Description("The user's ratings of the answer's 10 newest rated revisions, the newest first.")
  @ListSize(assumedSize = 10)
  public List<@NonNull List<@NonNull AnswerAssessment>> assessmentsOfAnswers(
      @Source List<SavedAnswer> answers) {
    return assessments.ofAnswers(answers);
  }

  @Name("readiness")
  @Description(
      "The user's readiness for an interview with a guide, from READY answers, predicted recall and ratings of answers. Null for an unknown guide.")
  public Readiness readinessOfViewer(
      @Source Viewer viewer,
      @Id @NonNull @Name("guideId") @Description("The guide.") String guideId,
      @Name("locale")
          @Description("Language of the texts, as a BCP 47 tag" + RequestLanguage.BY_DEFAULT)
          String locale) {
    return readiness.of(guideId, locale);
  }
}
