package dev.prepgraph.practice.session;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.account.IdempotencyKeys;
import dev.prepgraph.account.change.AccountChange;
import dev.prepgraph.account.change.AccountChanges;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.ByLocale;
import dev.prepgraph.common.error.OptimisticLock;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.node.NodeLoader;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.practice.PracticeConfig;
import dev.prepgraph.practice.PracticeService;
import dev.prepgraph.practice.model.SessionEntity;
import dev.prepgraph.practice.model.SessionQuestionEntity;
import dev.prepgraph.practice.session.SessionRepository.Counted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rules of timed sessions. */
@ApplicationScoped
class SessionService {

  private static final char KIND = PracticeSession.KIND;

  private static final int MAX_QUESTIONS = 30;
  private static final int MAX_MINUTES = 60;
  private static final int MAX_LENGTH = 20_000;

  private final AccountTransactions transactions;
  private final SessionRepository repository;
  private final PracticeService practice;
  private final GuideService guides;
  private final IdempotencyKeys keys;
  private final PracticeConfig config;

  SessionService(
      AccountTransactions transactions,
      SessionRepository repository,
      PracticeService practice,
      GuideService guides,
      IdempotencyKeys keys,
      PracticeConfig config) {
    this.transactions = transactions;
    this.repository = repository;
    this.practice = practice;
    this.guides = guides;
    this.keys = keys;
    this.config = config;
  }

  /** Starts a session with the most urgent questions of a guide. */
  PracticeSession start(StartPracticeSessionInput input) {
    return transactions.write(
        () -> {
          checkRange("questions", input.questions(), MAX_QUESTIONS);
          checkRange("minutesEach", input.minutesEach(), MAX_MINUTES);
          UUID guide = GuideService.key(input.guideId()).orElseThrow(SessionService::noGuide);
          String id =
              keys.once(
                  input.idempotencyKey(),
                  "startPracticeSession",
                  input,
                  () -> start(guide, input).toString());
          return byId(UUID.fromString(id), "input", "idempotencyKey");
        });
  }

  private UUID start(UUID guide, StartPracticeSessionInput input) {
    PracticeService.checkLimit(
        repository.count(), config.sessionsPerUser(), "A user has at most %d sessions");
    List<UUID> questions = practice.mostUrgentOfGuide(guide, input.questions());
    if (questions.isEmpty()) {
      throw noGuide();
    }
    if (questions.size() < input.questions()) {
      throw new UserErrorException(
          UserErrorCode.INVALID,
          "questions must be at most " + questions.size() + ", the number of the guide's questions",
          "input",
          "questions");
    }
    var session = new SessionEntity(guide, input.minutesEach(), transactions.account().now());
    repository.add(session, questions);
    return session.id;
  }

  private static void checkRange(String field, int value, int most) {
    if (value < 1 || value > most) {
      throw new UserErrorException(
          UserErrorCode.INVALID, field + " must be 1 to " + most, "input", field);
    }
  }

  /** Saves an answer; a late save cannot replace an answer that was saved in time. */
  PracticeSession answer(AnswerPracticeQuestionInput input) {
    return transactions.write(
        () -> {
          UUID id = key(input.sessionId(), "input", "sessionId");
          List<UserError> errors = new ArrayList<>();
          TextChecks.required(errors, input.body(), MAX_LENGTH, "input", "body");
          UserErrorException.throwIfAny(errors);
          SessionRepository.Target target =
              repository
                  .target(id, input.position())
                  .orElseThrow(() -> notFound("input", "sessionId"));
          if (target.question() == null) {
            throw UserErrorException.notFound("a question of the session", "input", "position");
          }
          answer(target.session(), target.question(), input);
          return byId(id, "input", "sessionId");
        });
  }

  private void answer(
      SessionEntity session, SessionQuestionEntity question, AnswerPracticeQuestionInput input) {
    boolean same = input.body().equals(question.body);
    if (!same && session.finishedAt != null) {
      throw conflict("A finished session accepts no answers", "sessionId");
    }
    OptimisticLock.check(
        question.version, input.expectedVersion(), same, "input", "expectedVersion");
    if (same) {
      return;
    }
    Instant now = transactions.account().now();
    boolean late = now.isAfter(deadline(session.startedAt, session.minutesEach, input.position()));
    if (late && question.body != null && !question.late) {
      throw conflict("An answer saved in time cannot change after the deadline", "position");
    }
    question.answer(input.body(), now, late);
  }

  private static Instant deadline(Instant startedAt, int minutesEach, long position) {
    return startedAt.plus(Duration.ofMinutes(minutesEach * position));
  }

  /**
   * Finishes a session, not before its start by another replica's clock; a finished session stays
   * unchanged.
   */
  PracticeSession finish(String sessionId) {
    return transactions.write(
        () -> {
          UUID id = key(sessionId, "input", "id");
          int finished =
              repository.update(
                  "finishedAt = greatest(startedAt, ?1) where id = ?2 and finishedAt is null",
                  transactions.account().now(),
                  id);
          if (finished > 0) {
            AccountChanges.add(AccountChange.saved(ViewerChangeKind.PRACTICE, KIND, id));
          }
          return byId(id, "input", "id");
        });
  }

  /** Deletes a session with its answers; returns the id. */
  String delete(String sessionId) {
    return transactions.write(
        () -> {
          if (repository.delete("id", key(sessionId, "input", "id")) == 0) {
            throw notFound("input", "id");
          }
          AccountChanges.deleted(ViewerChangeKind.PRACTICE, sessionId);
          return sessionId;
        });
  }

  private PracticeSession byId(UUID id, String... path) {
    return repository.byIds(List.of(id)).stream()
        .findFirst()
        .map(session -> present(session, null))
        .orElseThrow(() -> notFound(path));
  }

  private static UUID key(String sessionId, String... path) {
    return NodeId.parse(KIND, sessionId).orElseThrow(() -> notFound(path));
  }

  private static UserErrorException notFound(String... path) {
    return UserErrorException.notFound("an existing session", path);
  }

  private static UserErrorException noGuide() {
    return UserErrorException.notFound("a published guide", "input", "guideId");
  }

  private static UserErrorException conflict(String message, String field) {
    return new UserErrorException(UserErrorCode.CONFLICT, message, "input", field);
  }

  @Produces
  @Singleton
  NodeLoader nodes() {
    return new NodeLoader(KIND, this::byIds);
  }

  private Map<UUID, PracticeSession> byIds(Collection<UUID> keys) {
    return transactions
        .read(() -> repository.byIds(keys).stream().map(session -> present(session, null)).toList())
        .orElse(List.of())
        .stream()
        .collect(Collectors.toMap(PracticeSession::key, session -> session));
  }

  /** A page of the user's sessions, the newest first. */
  Page<PracticeSession> list(PageRequest request, String locale) {
    return transactions
        .read(
            () ->
                repository
                    .page("sessions " + transactions.account().id(), request)
                    .map(session -> present(session, locale)))
        .orElseThrow();
  }

  List<List<PracticeSessionQuestion>> questions(List<PracticeSession> sessions) {
    Set<UUID> ids = sessions.stream().map(PracticeSession::key).collect(Collectors.toSet());
    Map<UUID, List<SessionQuestionEntity>> found =
        transactions.read(() -> repository.questions(ids)).orElseThrow().stream()
            .collect(Collectors.groupingBy(question -> question.key.sessionId()));
    return sessions.stream()
        .map(
            session ->
                found.getOrDefault(session.key(), List.of()).stream()
                    .map(question -> present(question, session))
                    .toList())
        .toList();
  }

  private static PracticeSessionQuestion present(
      SessionQuestionEntity question, PracticeSession session) {
    int position = question.key.position();
    return new PracticeSessionQuestion(
        position,
        deadline(session.startedAt(), session.minutesEach(), position),
        question.body,
        question.answeredAt,
        question.late,
        question.version,
        question.questionId,
        session.locale());
  }

  /** The guide of each session; null for a withdrawn one. */
  List<RoleGuide> guides(List<PracticeSession> sessions) {
    return ByLocale.load(
        sessions, PracticeSession::guideKey, PracticeSession::locale, guides::byIds);
  }

  private PracticeSession present(Counted counted, String locale) {
    SessionEntity session = counted.session();
    return new PracticeSession(
        NodeId.of(KIND, session.id),
        session.minutesEach,
        session.startedAt,
        deadline(session.startedAt, session.minutesEach, counted.questions()),
        session.finishedAt,
        transactions.account().now(),
        (int) counted.questions(),
        (int) (counted.answered() - counted.late()),
        (int) counted.late(),
        (int) (counted.questions() - counted.answered()),
        session.id,
        session.guideId,
        locale);
  }
}
