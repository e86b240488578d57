package dev.prepgraph.interview;

import dev.prepgraph.account.Account;
import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.account.IdempotencyKeys;
import dev.prepgraph.common.ClientTime;
import dev.prepgraph.common.error.OptimisticLock;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.interview.schema.Interview;
import dev.prepgraph.interview.schema.InterviewFilter;
import dev.prepgraph.interview.schema.InterviewStage;
import dev.prepgraph.interview.schema.StageChange;
import dev.prepgraph.interview.schema.TrackInterviewInput;
import dev.prepgraph.interview.schema.UpdateInterviewInput;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.paging.Cursors;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** The rules by which users track interviews. */
@ApplicationScoped
class InterviewService {

  static final char KIND = 'I';

  /** No interview is in the stage of an id that is none. */
  private static final UUID NO_STAGE = new UUID(0, 0);

  private final AccountTransactions transactions;
  private final InterviewRepository repository;
  private final HistoryRepository history;
  private final StageService stages;
  private final IdempotencyKeys keys;
  private final InterviewConfig config;
  private final Cursors cursors;

  InterviewService(
      AccountTransactions transactions,
      InterviewRepository repository,
      HistoryRepository history,
      StageService stages,
      IdempotencyKeys keys,
      InterviewConfig config,
      Cursors cursors) {
    this.transactions = transactions;
    this.repository = repository;
    this.history = history;
    this.stages = stages;
    this.keys = keys;
    this.config = config;
    this.cursors = cursors;
  }

  /**
   * Tracks an interview.
   *
   * @throws UserErrorException when the input is wrong, or there are too many
   */
  Interview track(TrackInterviewInput input) {
    return transactions.write(
        (session, account) -> {
          String key =
              keys.once(
                  input.idempotencyKey(),
                  "trackInterview",
                  input,
                  () -> track(session, account, input).toString());
          return repository
              .byId(session, account, UUID.fromString(key))
              .map(interview -> present(interview, null))
              .orElseThrow(
                  () ->
                      new UserErrorException(
                          UserErrorCode.NOT_FOUND,
                          "The interview that this key made was deleted",
                          "input",
                          "idempotencyKey"));
        });
  }

  private UUID track(StatelessSession session, Account account, TrackInterviewInput input) {
    InterviewDetails details = InterviewDetails.of(input);
    Instant enteredAt = enteredAt(input.enteredAt(), account.now(), "input", "enteredAt");
    List<InterviewStage> all = stages.all(session);
    InterviewStage stage =
        input.stageId() == null
            ? all.stream().filter(s -> !s.closed()).findFirst().orElse(all.get(0))
            : StageService.find(all, input.stageId())
                .orElseThrow(() -> StageService.none("input", "stageId"));
    checkReferences(session, account, details, null);
    checkLimit(repository.count(session) + 1);
    return repository.add(session, details, stage.key(), enteredAt);
  }

  /** Checks what the details refer to; the guide that they referred to before may be gone. */
  private void checkReferences(
      StatelessSession session, Account account, InterviewDetails details, UUID guideBefore) {
    UUID guide = Objects.equals(details.guide(), guideBefore) ? null : details.guide();
    if (guide == null && details.plan() == null) {
      return;
    }
    var found = repository.references(session, account, guide, details.plan());
    if (guide != null && !found.guide()) {
      throw noGuide();
    }
    if (details.plan() != null && !found.plan()) {
      throw noPlan();
    }
  }

  /**
   * Checks that a user may have so many interviews.
   *
   * @throws UserErrorException when they are too many
   */
  void checkLimit(int interviews) {
    if (interviews > config.perUser()) {
      throw new UserErrorException(
          UserErrorCode.LIMIT_REACHED, "A user tracks at most " + config.perUser() + " interviews");
    }
  }

  /**
   * Changes what is said of an interview. What it says already makes no new version.
   *
   * @throws UserErrorException when the input is wrong or made on another version
   */
  Interview update(UpdateInterviewInput input) {
    return transactions.write(
        (session, account) -> {
          StoredInterview current = find(session, account, input.id(), "input", "id");
          InterviewDetails details = current.details().with(input);
          boolean same = details.equals(current.details());
          OptimisticLock.check(
              current.version(), input.expectedVersion(), same, "input", "expectedVersion");
          if (same) {
            return present(current, null);
          }
          checkReferences(session, account, details, current.details().guide());
          if (!repository.update(session, account, current.id(), current.version(), details)) {
            throw OptimisticLock.conflict("input", "expectedVersion");
          }
          return again(session, account, current);
        });
  }

  /**
   * Moves an interview into a stage. Into the one that it is in already, it only corrects since
   * when. What is so already makes no new version.
   *
   * @param enteredAt when it entered the stage; null for now
   * @param expectedVersion null where that does not matter
   * @throws UserErrorException when there is no such interview or stage, it has another version, or
   *     the time is in the future
   */
  Interview move(String id, String stageId, Instant enteredAt, Integer expectedVersion) {
    return transactions.write(
        (session, account) -> {
          StoredInterview current = find(session, account, id, "id");
          InterviewStage stage =
              StageService.find(stages.all(session), stageId)
                  .orElseThrow(() -> StageService.none("stageId"));
          Instant at = enteredAt(enteredAt, account.now(), "enteredAt");
          boolean inStage = stage.key().equals(current.stage().key());
          boolean same =
              inStage && (enteredAt == null || isSince(session, account, current, enteredAt));
          if (expectedVersion != null) {
            OptimisticLock.check(current.version(), expectedVersion, same, "expectedVersion");
          }
          if (same) {
            return present(current, null);
          }
          if (inStage) {
            history.correct(session, account, current.id(), at);
          } else {
            checkMoves(history.moves(session, account, current.id()));
            history.move(session, account, current.id(), stage.key(), at);
          }
          return again(session, account, current);
        });
  }

  /** Whether an interview's last change said this time, which it took for now if it was ahead. */
  private boolean isSince(
      StatelessSession session, Account account, StoredInterview interview, Instant given) {
    List<StageChange> changes =
        history.histories(session, account, List.of(interview.id())).get(interview.id());
    Instant since = changes.get(changes.size() - 1).enteredAt();
    return ClientTime.past(given, interview.changedAt()).filter(since::equals).isPresent();
  }

  private void checkMoves(int moves) {
    if (moves >= config.movesPerInterview()) {
      throw new UserErrorException(
          UserErrorCode.LIMIT_REACHED,
          "An interview is moved at most " + config.movesPerInterview() + " times",
          "id");
    }
  }

  private static Instant enteredAt(Instant given, Instant now, String... path) {
    if (given == null) {
      return now;
    }
    return ClientTime.past(given, now)
        .orElseThrow(
            () ->
                new UserErrorException(
                    UserErrorCode.INVALID,
                    "enteredAt must be in the year 2000 or later, and not in the future; leave it out for now",
                    path));
  }

  /**
   * Deletes an interview with its history and debrief.
   *
   * @throws UserErrorException when there is no such interview
   */
  void delete(String id) {
    transactions.write(
        (session, account) -> {
          UUID interview = key(id).orElseThrow(() -> none("id"));
          if (!repository.delete(session, account, interview)) {
            throw none("id");
          }
          return null;
        });
  }

  private StoredInterview find(
      StatelessSession session, Account account, String id, String... path) {
    return key(id)
        .flatMap(key -> repository.byId(session, account, key))
        .orElseThrow(() -> none(path));
  }

  private Interview again(StatelessSession session, Account account, StoredInterview interview) {
    return present(repository.byId(session, account, interview.id()).orElseThrow(), null);
  }

  /** The key of the interview that a node id names. */
  static Optional<UUID> key(String id) {
    return NodeId.parse(KIND, id);
  }

  static UserErrorException none(String... path) {
    return new UserErrorException(UserErrorCode.NOT_FOUND, "There is no such interview", path);
  }

  static UserErrorException noPlan() {
    return new UserErrorException(
        UserErrorCode.NOT_FOUND, "There is no such plan", "input", "planId");
  }

  static UserErrorException noGuide() {
    return new UserErrorException(
        UserErrorCode.NOT_FOUND, "There is no such guide", "input", "guideId");
  }

  /** The user's interviews with these keys; none for an anonymous request. */
  Map<UUID, Interview> byIds(Collection<UUID> ids) {
    Map<UUID, Interview> found = new HashMap<>();
    transactions
        .read((session, account) -> repository.byIds(session, account, ids))
        .ifPresent(all -> all.forEach(i -> found.put(i.id(), present(i, null))));
    return found;
  }

  /**
   * A page of the user's interviews, the newest first.
   *
   * @throws RequestException when a cursor is not one of this list
   */
  Page<Interview> list(InterviewFilter filter, PageRequest request, String locale) {
    checkDay(filter.from());
    checkDay(filter.to());
    UUID stage =
        filter.stageId() == null
            ? null
            : NodeId.parse(StageService.KIND, filter.stageId()).orElse(NO_STAGE);
    return transactions
        .read(
            (session, account) -> {
              String scope = "interviews " + account.id() + " " + filter;
              PageRequest page = cursors.read(scope, request);
              InterviewRepository.Interviews interviews =
                  repository.page(session, account, filter, stage, page);
              return Page.of(
                      page,
                      interviews.found(),
                      interview -> cursors.print(scope, InterviewRepository.sortKey(interview)),
                      interviews.total())
                  .map(interview -> present(interview, locale));
            })
        .orElseThrow();
  }

  private static void checkDay(LocalDate day) {
    if (day != null && (day.getYear() < 1 || day.getYear() > 9999)) {
      throw RequestException.badRequest("A day is in the years 1 to 9999");
    }
  }

  /** The histories of the user's interviews, by the interview's key. */
  Map<UUID, List<StageChange>> histories(Collection<UUID> interviews) {
    return transactions
        .read((session, account) -> history.histories(session, account, interviews))
        .orElse(Map.of());
  }

  static Interview present(StoredInterview interview, String locale) {
    InterviewDetails details = interview.details();
    return new Interview(
        NodeId.of(KIND, interview.id()),
        details.company(),
        details.position(),
        interview.stage(),
        details.scheduledAt(),
        details.timeZone(),
        details.location(),
        details.notes(),
        interview.version(),
        interview.createdAt(),
        interview.changedAt(),
        interview.id(),
        details.guide(),
        details.plan(),
        locale);
  }
}
