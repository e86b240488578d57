package dev.prepgraph.answer;

import dev.prepgraph.account.schema.Viewer;
import dev.prepgraph.answer.schema.AnswerRevisionConnection;
import dev.prepgraph.answer.schema.DeleteSavedAnswerInput;
import dev.prepgraph.answer.schema.DeleteSavedAnswerPayload;
import dev.prepgraph.answer.schema.RestoreAnswerRevisionInput;
import dev.prepgraph.answer.schema.SaveAnswerInput;
import dev.prepgraph.answer.schema.SaveAnswerPayload;
import dev.prepgraph.answer.schema.SavedAnswer;
import dev.prepgraph.answer.schema.SavedAnswerConnection;
import dev.prepgraph.answer.schema.SavedAnswerFilter;
import dev.prepgraph.answer.schema.SavedAnswerOrder;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.common.ByLocale;
import dev.prepgraph.common.error.Payload;
import dev.prepgraph.common.language.RequestLanguage;
import dev.prepgraph.paging.PageRequest;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The GraphQL API of saved answers. */
@GraphQLApi
public class AnswerApi {

  private final AnswerService answers;
  private final QuestionService questions;

  AnswerApi(AnswerService answers, QuestionService questions) {
    this.answers = answers;
    this.questions = questions;
  }

  @Mutation
  @NonNull
  @Description(
      "Saves the user's answer to a question. Equal content makes no new version, unless the question changed since.")
  public SaveAnswerPayload saveAnswer(
      @NonNull @Name("input") @Description("The answer to save.") SaveAnswerInput input) {
    return Payload.of(SaveAnswerPayload::new, () -> answers.save(input));
  }

  @Mutation
  @NonNull
  @Description("Restores an earlier revision of an answer as a new version.")
  public SaveAnswerPayload restoreAnswerRevision(
      @NonNull @Name("input") @Description("The revision.") RestoreAnswerRevisionInput input) {
    return Payload.of(SaveAnswerPayload::new, () -> answers.restore(input));
  }

  @Mutation
  @NonNull
  @Description("Deletes an answer with its history.")
  public DeleteSavedAnswerPayload deleteSavedAnswer(
      @NonNull @Name("input") @Description("The answer.") DeleteSavedAnswerInput input) {
    return Payload.of(DeleteSavedAnswerPayload::new, () -> answers.delete(input.id()));
  }

  @Name("savedAnswers")
  @Description("The user's saved answers, the newest first unless ordered otherwise.")
  public SavedAnswerConnection savedAnswersOfViewer(
      @Source Viewer viewer,
      @Name("filter") @Description("Filter; all conditions must match.") SavedAnswerFilter filter,
      @Name("orderBy") @Description("Order; the newest first by default.") SavedAnswerOrder orderBy,
      @Name("first") @Description(PageRequest.FIRST) Integer first,
      @Name("after") @Description(PageRequest.AFTER) String after,
      @Name("last") @Description(PageRequest.LAST) Integer last,
      @Name("before") @Description(PageRequest.BEFORE) String before,
      @Name("locale")
          @Description("Language of the questions, as a BCP 47 tag" + RequestLanguage.BY_DEFAULT)
          String locale) {
    return SavedAnswerConnection.of(
        answers.list(
            filter == null ? SavedAnswerFilter.NONE : filter,
            SavedAnswerOrder.orDefault(orderBy),
            PageRequest.of(first, after, last, before),
            locale));
  }

  @Name("revisions")
  @Description("Revisions of the answer, one for each save, the newest first.")
  public List<AnswerRevisionConnection> revisionsOfAnswers(
      @Source List<SavedAnswer> saved,
      @Name("first") @Description(PageRequest.FIRST) Integer first,
      @Name("after") @Description(PageRequest.AFTER) String after,
      @Name("last") @Description(PageRequest.LAST) Integer last,
      @Name("before") @Description(PageRequest.BEFORE) String before) {
    List<UUID> keys = saved.stream().map(SavedAnswer::key).toList();
    return answers.histories(keys, PageRequest.of(first, after, last, before)).stream()
        .map(AnswerRevisionConnection::of)
        .toList();
  }

  @Name("myAnswer")
  @Description("The user's saved answer; null without one or without a login.")
  public List<SavedAnswer> myAnswers(@Source List<Question> asked) {
    return ByLocale.load(asked, Question::key, Question::locale, answers::byQuestions);
  }

  @NonNull
  @Name("question")
  @Description("The question, in its last published form.")
  public List<@NonNull Question> questionsOfAnswers(@Source List<SavedAnswer> saved) {
    return ByLocale.load(
        saved, SavedAnswer::questionKey, SavedAnswer::locale, questions::everPublished);
  }
}
