package dev.prepgraph.practice.session;

import dev.prepgraph.account.Account;
import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.account.IdempotencyKeys;
import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.ByLocale;
import dev.prepgraph.common.error.OptimisticLock;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.paging.Cursors;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.practice.PracticeConfig;
import dev.prepgraph.practice.PracticeService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** The rules of practice against the clock. */
@ApplicationScoped
class SessionService {

  static final char KIND = 'T';

  private static final int MOST_QUESTIONS = 30;
  private static final int MOST_MINUTES = 60;
  private static final int MAX_LENGTH = 20_000;

  private final AccountTransactions transactions;
  private final SessionRepository repository;
  private final PracticeService practice;
  private final GuideService guides;
  private final IdempotencyKeys keys;
  private final Cursors cursors;
  private final PracticeConfig config;

  SessionService(
      AccountTransactions transactions,
      SessionRepository repository,
      PracticeService practice,
      GuideService guides,
      IdempotencyKeys keys,
      Cursors cursors,
      PracticeConfig config) {
    this.transactions = transactions;
    this.repository = repository;
    this.practice = practice;
    this.guides = guides;
    this.keys = keys;
    this.cursors = cursors;
    this.config = config;
  }

  /**
   * Starts a session with the questions of a guide that are most urgent.
   *
   * @throws UserErrorException when the input is wrong or there are too many
   */
  PracticeSession start(StartPracticeSessionInput input) {
    return transactions.write(
        (session, account) -> {
          checkRange("questions", input.questions(), MOST_QUESTIONS);
          checkRange("minutesEach", input.minutesEach(), MOST_MINUTES);
          UUID guide = GuideService.key(input.guideId()).orElseThrow(SessionService::noGuide);
          String id =
              keys.once(
                  input.idempotencyKey(),
                  "startPracticeSession",
                  input,
                  () -> start(session, account, guide, input).toString());
          return byId(session, account, UUID.fromString(id), "idempotencyKey");
        });
  }

  private UUID start(
      StatelessSession session, Account account, UUID guide, StartPracticeSessionInput input) {
    PracticeService.checkLimit(
        repository.count(session, account),
        config.sessionsPerUser(),
        "A user keeps at most %d sessions; delete one");
    List<UUID> questions = practice.mostUrgentOfGuide(session, account, guide, input.questions());
    if (questions.isEmpty()) {
      throw noGuide();
    }
    if (questions.size() < input.questions()) {
      throw new UserErrorException(
          UserErrorCode.INVALID,
          "The guide has " + questions.size() + " questions",
          "input",
          "questions");
    }
    return repository.start(session, guide, input.minutesEach(), questions);
  }

  private static void checkRange(String field, int value, int most) {
    if (value < 1 || value > most) {
      throw new UserErrorException(
          UserErrorCode.INVALID, field + " must be 1 to " + most, "input", field);
    }
  }

  /**
   * Saves an answer as it is given. What is saved already changes nothing, so that a call can be
   * repeated.
   *
   * @throws UserErrorException when there is no such question, it was answered since, the session
   *     is finished, or an answer that was given in time would become a late one
   */
  PracticeSession answer(AnswerPracticeQuestionInput input) {
    return transactions.write(
        (session, account) -> {
          UUID id = NodeId.parse(KIND, input.sessionId()).orElseThrow(() -> noSession("sessionId"));
          List<UserError> errors = new ArrayList<>();
          TextChecks.required(errors, input.body(), MAX_LENGTH, "input", "body");
          if (!errors.isEmpty()) {
            throw new UserErrorException(errors);
          }
          SessionRepository.Target target =
              repository
                  .target(session, account, id, input.position())
                  .orElseThrow(() -> noSession("sessionId"));
          if (target.deadline() == null) {
            throw new UserErrorException(
                UserErrorCode.NOT_FOUND, "There is no such question", "input", "position");
          }
          boolean same = input.body().equals(target.body());
          if (!same && target.finished()) {
            throw conflict("The session is finished", "sessionId");
          }
          OptimisticLock.check(
              target.version(), input.expectedVersion(), same, "input", "expectedVersion");
          if (!same) {
            answer(session, id, input, target, account.now());
          }
          return byId(session, account, id, "sessionId");
        });
  }

  private void answer(
      StatelessSession session,
      UUID id,
      AnswerPracticeQuestionInput input,
      SessionRepository.Target target,
      Instant now) {
    boolean late = now.isAfter(target.deadline());
    if (late && target.body() != null && !target.late()) {
      throw conflict("It was answered in time, and its time is over", "position");
    }
    repository.answer(session, id, input.position(), input.body(), now, late);
  }

  /**
   * Finishes a session; one that is finished stays as it is.
   *
   * @throws UserErrorException when there is no such session
   */
  PracticeSession finish(String sessionId) {
    return transactions.write(
        (session, account) -> {
          UUID id = NodeId.parse(KIND, sessionId).orElseThrow(SessionService::noSession);
          repository.finish(session, id);
          return repository.byIds(session, account, List.of(id)).stream()
              .findFirst()
              .map(found -> present(found, null))
              .orElseThrow(SessionService::noSession);
        });
  }

  /**
   * Deletes a session with its answers.
   *
   * @throws UserErrorException when there is no such session
   */
  void delete(String sessionId) {
    transactions.write(
        (session, account) -> {
          UUID id = NodeId.parse(KIND, sessionId).orElseThrow(SessionService::noSession);
          if (!repository.delete(session, account, id)) {
            throw noSession();
          }
          return null;
        });
  }

  private PracticeSession byId(StatelessSession session, Account account, UUID id, String field) {
    return repository.byIds(session, account, List.of(id)).stream()
        .findFirst()
        .map(found -> present(found, null))
        .orElseThrow(() -> noSession(field));
  }

  private static UserErrorException noSession() {
    return new UserErrorException(UserErrorCode.NOT_FOUND, "There is no such session", "id");
  }

  private static UserErrorException noSession(String field) {
    return new UserErrorException(
        UserErrorCode.NOT_FOUND, "There is no such session", "input", field);
  }

  private static UserErrorException noGuide() {
    return new UserErrorException(
        UserErrorCode.NOT_FOUND, "There is no such guide", "input", "guideId");
  }

  private static UserErrorException conflict(String message, String field) {
    return new UserErrorException(UserErrorCode.CONFLICT, message, "input", field);
  }

  /** The user's sessions with these keys; none for an anonymous request. */
  Map<UUID, PracticeSession> byIds(Collection<UUID> ids) {
    Map<UUID, PracticeSession> found = new HashMap<>();
    transactions
        .read((session, account) -> repository.byIds(session, account, ids))
        .ifPresent(sessions -> sessions.forEach(s -> found.put(s.id(), present(s, null))));
    return found;
  }

  /**
   * A page of the user's sessions, the newest first.
   *
   * @throws RequestException when a cursor is not one of this list
   */
  Page<PracticeSession> list(PageRequest request, String locale) {
    return transactions
        .read(
            (session, account) -> {
              String scope = "sessions " + account.id();
              PageRequest page = cursors.read(scope, request);
              SessionRepository.Sessions sessions = repository.page(session, account, page);
              return Page.of(
                      page,
                      sessions.found(),
                      s -> cursors.print(scope, SessionRepository.sortKey(s)),
                      sessions.total())
                  .map(s -> present(s, locale));
            })
        .orElseThrow();
  }

  /** The questions of each session. */
  List<List<PracticeSessionQuestion>> questions(List<PracticeSession> sessions) {
    return ByLocale.load(
        sessions,
        PracticeSession::key,
        PracticeSession::locale,
        (keys, locale) ->
            transactions
                .read((session, account) -> repository.questions(session, account, keys, locale))
                .orElseThrow()
                .stream()
                .collect(Collectors.groupingBy(PracticeSessionQuestion::session)));
  }

  /** The guide of each session; null where it is no longer published. */
  List<RoleGuide> guides(List<PracticeSession> sessions) {
    return ByLocale.load(
        sessions, PracticeSession::guideKey, PracticeSession::locale, guides::byIds);
  }

  private static PracticeSession present(SessionRepository.Stored stored, String locale) {
    return new PracticeSession(
        NodeId.of(KIND, stored.id()),
        stored.minutesEach(),
        stored.startedAt(),
        stored
            .startedAt()
            .plus(Duration.ofMinutes(stored.minutesEach()).multipliedBy(stored.questions())),
        stored.finishedAt(),
        stored.now(),
        stored.questions(),
        stored.answered() - stored.late(),
        stored.late(),
        stored.questions() - stored.answered(),
        stored.id(),
        stored.guide(),
        locale);
  }
}
