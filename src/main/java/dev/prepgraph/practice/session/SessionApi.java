package dev.prepgraph.practice.session;

import dev.prepgraph.account.schema.Viewer;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.ByLocale;
import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.Payload;
import dev.prepgraph.common.language.RequestLanguage;
import dev.prepgraph.paging.PageRequest;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The GraphQL API of timed sessions. */
@GraphQLApi
public class SessionApi {

  private final SessionService sessions;
  private final QuestionService questions;

  SessionApi(SessionService sessions, QuestionService questions) {
    this.sessions = sessions;
    this.questions = questions;
  }

  @Mutation
  @NonNull
  @Description(
      "Starts a session with the most urgent questions of a guide; the server's clock starts. At most 200 sessions of a user.")
  public PracticeSessionPayload startPracticeSession(
      @NonNull @Name("input") @Description("The session.") StartPracticeSessionInput input) {
    return Payload.of(PracticeSessionPayload::new, () -> sessions.start(input));
  }

  @Mutation
  @NonNull
  @Description(
      "Saves an answer to a question of a session, in any order. An answer after the deadline is marked late; an answer saved in time cannot change after the deadline (CONFLICT). A finished session accepts no answers (CONFLICT).")
  public PracticeSessionPayload answerPracticeQuestion(
      @NonNull @Name("input") @Description("The answer.") AnswerPracticeQuestionInput input) {
    return Payload.of(PracticeSessionPayload::new, () -> sessions.answer(input));
  }

  @Mutation
  @NonNull
  @Description("Finishes a session, before or after its end; a finished session stays unchanged.")
  public PracticeSessionPayload finishPracticeSession(
      @NonNull @Name("input") @Description("The session.") FinishPracticeSessionInput input) {
    return Payload.of(PracticeSessionPayload::new, () -> sessions.finish(input.id()));
  }

  @Mutation
  @NonNull
  @Description("Deletes a session with its answers.")
  public DeletePracticeSessionPayload deletePracticeSession(
      @NonNull @Name("input") @Description("The session.") DeletePracticeSessionInput input) {
    return Payload.of(DeletePracticeSessionPayload::new, () -> sessions.delete(input.id()));
  }

  @Name("practiceSessions")
  @Description("The user's timed sessions, the newest first.")
  public PracticeSessionConnection practiceSessionsOfViewer(
      @Source Viewer viewer,
      @Name("first") @Description(PageRequest.FIRST) Integer first,
      @Name("after") @Description(PageRequest.AFTER) String after,
      @Name("last") @Description(PageRequest.LAST) Integer last,
      @Name("before") @Description(PageRequest.BEFORE) String before,
      @Name("locale")
          @Description("Language of the questions, as a BCP 47 tag" + RequestLanguage.BY_DEFAULT)
          String locale) {
    return PracticeSessionConnection.of(
        sessions.list(PageRequest.of(first, after, last, before), locale));
  }

  @Name("guide")
  @Description("Guide of the questions; null for a withdrawn guide.")
  public List<RoleGuide> guidesOfSessions(@Source List<PracticeSession> sessions) {
    return this.sessions.guides(sessions);
  }

  @NonNull
  @Name("questions")
  @Description("Questions with their answers, in order.")
  @ListSize(assumedSize = 30)
  public List<@NonNull List<@NonNull PracticeSessionQuestion>> questionsOfSessions(
      @Source List<PracticeSession> sessions) {
    return this.sessions.questions(sessions);
  }

  @NonNull
  @Name("question")
  @Description("The question, in its last published form.")
  public List<@NonNull Question> questionsOfSessionQuestions(
      @Source List<PracticeSessionQuestion> asked) {
    return ByLocale.load(
        asked,
        PracticeSessionQuestion::questionKey,
        PracticeSessionQuestion::locale,
        questions::everPublished);
  }
}
