package dev.prepgraph.answer;

import dev.prepgraph.account.schema.Viewer;
import dev.prepgraph.answer.schema.AnswerRevisionConnection;
import dev.prepgraph.answer.schema.DeleteSavedAnswerPayload;
import dev.prepgraph.answer.schema.SaveAnswerInput;
import dev.prepgraph.answer.schema.SaveAnswerPayload;
import dev.prepgraph.answer.schema.SavedAnswer;
import dev.prepgraph.answer.schema.SavedAnswerConnection;
import dev.prepgraph.answer.schema.SavedAnswerFilter;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.common.ByLocale;
import dev.prepgraph.common.error.Payload;
import dev.prepgraph.paging.PageRequest;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The answers that users keep. */
@GraphQLApi
public class AnswerApi {

  private static final String FIRST = "How many edges from the start, 1 to 100; 20 unless given.";
  private static final String AFTER = "Only what follows this cursor.";
  private static final String LAST = "How many edges from the end, 1 to 100.";
  private static final String BEFORE = "Only what precedes this cursor.";

  private final AnswerService answers;
  private final QuestionService questions;

  AnswerApi(AnswerService answers, QuestionService questions) {
    this.answers = answers;
    this.questions = questions;
  }

  @Mutation
  @NonNull
  @Description(
      "Saves the user's answer to a question. What it says already makes no new version, unless the question changed since.")
  public SaveAnswerPayload saveAnswer(
      @NonNull @Name("input") @Description("The answer.") SaveAnswerInput input) {
    return Payload.of(
        () -> new SaveAnswerPayload(answers.save(input), List.of()),
        errors -> new SaveAnswerPayload(null, errors));
  }

  @Mutation
  @NonNull
  @Description("Makes an earlier revision of an answer its newest one again, as a new version.")
  public SaveAnswerPayload restoreAnswerRevision(
      @Id @NonNull @Name("id") @Description("The answer.") String id,
      @NonNull @Name("version") @Description("The version to go back to.") int version,
      @NonNull
          @Name("expectedVersion")
          @Description(
              "The answer's version now. A mismatch is a CONFLICT and nothing is written, unless this repeats the change that made the newest version.")
          int expectedVersion) {
    return Payload.of(
        () -> new SaveAnswerPayload(answers.restore(id, version, expectedVersion), List.of()),
        errors -> new SaveAnswerPayload(null, errors));
  }

  @Mutation
  @NonNull
  @Description("Deletes an answer with its whole history.")
  public DeleteSavedAnswerPayload deleteSavedAnswer(
      @Id @NonNull @Name("id") @Description("The answer.") String id) {
    return Payload.of(
        () -> {
          answers.delete(id);
          return new DeleteSavedAnswerPayload(id, List.of());
        },
        errors -> new DeleteSavedAnswerPayload(null, errors));
  }

  @NonNull
  @Name("savedAnswers")
  @Description("The user's answers, the newest first.")
  public SavedAnswerConnection savedAnswersOfViewer(
      @Source Viewer viewer,
      @Name("filter") @Description("Only the answers that match.") SavedAnswerFilter filter,
      @Name("first") @Description(FIRST) Integer first,
      @Name("after") @Description(AFTER) String after,
      @Name("last") @Description(LAST) Integer last,
      @Name("before") @Description(BEFORE) String before,
      @Name("locale") @Description("The language of their questions, as a BCP 47 tag.")
          String locale) {
    return SavedAnswerConnection.of(
        answers.list(
            filter == null ? SavedAnswerFilter.NONE : filter,
            PageRequest.of(first, after, last, before),
            locale));
  }

  @NonNull
  @Name("revisions")
  @Description("What the answer said after each save, the newest first.")
  public List<@NonNull AnswerRevisionConnection> revisionsOfAnswers(
      @Source List<SavedAnswer> saved,
      @Name("first") @Description(FIRST) Integer first,
      @Name("after") @Description(AFTER) String after,
      @Name("last") @Description(LAST) Integer last,
      @Name("before") @Description(BEFORE) String before) {
    List<UUID> keys = saved.stream().map(SavedAnswer::key).toList();
    return answers.histories(keys, PageRequest.of(first, after, last, before)).stream()
        .map(AnswerRevisionConnection::of)
        .toList();
  }

  @Name("myAnswer")
  @Description("The user's own answer to it; null when there is none or nobody is logged in.")
  public List<SavedAnswer> myAnswers(@Source List<Question> asked) {
    return ByLocale.load(asked, Question::key, Question::locale, answers::byQuestions);
  }

  @NonNull
  @Name("question")
  @Description("The question that it answers, as it is published, or was last.")
  public List<@NonNull Question> questionsOfAnswers(@Source List<SavedAnswer> saved) {
    return ByLocale.load(
        saved, SavedAnswer::questionKey, SavedAnswer::locale, questions::everPublished);
  }
}
