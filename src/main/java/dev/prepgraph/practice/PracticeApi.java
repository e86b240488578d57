package dev.prepgraph.practice;

import dev.prepgraph.account.schema.Viewer;
import dev.prepgraph.answer.schema.SavedAnswer;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.common.ByLocale;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.Payload;
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
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** Practice, ratings of answers, and readiness for interviews. */
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
      "Records how a practice of a question went. All practices are kept, at most 500 of a question, 2,000 questions and 50,000 practices of a user.")
  public RecordPracticePayload recordPractice(
      @NonNull @Name("input") @Description("The practice.") RecordPracticeInput input) {
    return Payload.of(RecordPracticePayload::new, () -> practice.record(input));
  }

  @NonNull
  @Name("practiceQueue")
  @Description(
      "Questions to practise now, most urgent first: those where a practice adds most to the probability of recall on the day of the nearest interview, or now where there is none. It holds what the user practised or saved an answer to, and the questions of the guides that they prepare interviews with.")
  public List<@NonNull PracticeCard> practiceQueueOfViewer(
      @Source Viewer viewer,
      @Name("first") @Description("How many, 1 to 100; 20 unless given.") Integer first,
      @Name("locale") @Description("The language of their questions, as a BCP 47 tag.")
          String locale) {
    return practice.queue(PageRequest.of(first, null, null, null).size(), locale);
  }

  @NonNull
  @Name("practices")
  @Description(
      "The user's practices as they were recorded, the newest first: how the memory of a question came to be what it is.")
  public RecordedPracticeConnection practicesOfViewer(
      @Source Viewer viewer,
      @Id @Name("questionId") @Description("Only those of this question.") String questionId,
      @Name("first") @Description("How many edges from the start, 1 to 100; 20 unless given.")
          Integer first,
      @Name("after") @Description("Only what follows this cursor.") String after,
      @Name("last") @Description("How many edges from the end, 1 to 100.") Integer last,
      @Name("before") @Description("Only what precedes this cursor.") String before,
      @Name("locale") @Description("The language of their questions, as a BCP 47 tag.")
          String locale) {
    return RecordedPracticeConnection.of(
        practice.history(questionId, PageRequest.of(first, after, last, before), locale));
  }

  @NonNull
  @Name("question")
  @Description("The question, as it is published, or was last.")
  public List<@NonNull Question> questionsOfPractices(@Source List<RecordedPractice> practices) {
    return ByLocale.load(
        practices,
        RecordedPractice::questionKey,
        RecordedPractice::locale,
        questions::everPublished);
  }

  @NonNull
  @Name("question")
  @Description("The question, as it is published, or was last.")
  public List<@NonNull Question> questionsOfCards(@Source List<PracticeCard> cards) {
    return ByLocale.load(
        cards, PracticeCard::questionKey, PracticeCard::locale, questions::everPublished);
  }

  @Mutation
  @NonNull
  @Description(
      "Rates a revision of an answer by the criteria of its question. The rating stays with that revision, and is kept as long as it is.")
  public AssessAnswerPayload assessAnswer(
      @NonNull @Name("input") @Description("The rating.") AssessAnswerInput input) {
    return Payload.of(AssessAnswerPayload::new, () -> assessments.assess(input));
  }

  @NonNull
  @Name("assessments")
  @Description(
      "How the user rated revisions of the answer, the newest revision first, at most 10 revisions.")
  @ListSize(assumedSize = 10)
  public List<@NonNull List<@NonNull AnswerAssessment>> assessmentsOfAnswers(
      @Source List<SavedAnswer> answers) {
    return assessments.ofAnswers(answers);
  }

  @NonNull
  @Name("readiness")
  @Description(
      "How ready the user is for an interview with a guide, from their READY answers, what they will recall, and how they rate their answers. An error where there is no such guide.")
  public Readiness readinessOfViewer(
      @Source Viewer viewer,
      @Id @NonNull @Name("guideId") @Description("The guide.") String guideId,
      @Name("locale") @Description("The language of its texts, as a BCP 47 tag.") String locale) {
    return readiness.of(guideId, locale);
  }
}
