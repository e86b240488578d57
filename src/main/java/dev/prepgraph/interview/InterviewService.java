package dev.prepgraph.interview;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.account.IdempotencyKeys;
import dev.prepgraph.account.change.AccountChanges;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.common.CanonicalJson;
import dev.prepgraph.common.ClientTime;
import dev.prepgraph.common.error.OptimisticLock;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.interview.InterviewRepository.StoredInterview;
import dev.prepgraph.interview.model.InterviewDetails;
import dev.prepgraph.interview.model.InterviewEntity;
import dev.prepgraph.interview.model.StageChangeEntity;
import dev.prepgraph.interview.schema.Interview;
import dev.prepgraph.interview.schema.MoveInterviewInput;
import dev.prepgraph.interview.schema.StageChange;
import dev.prepgraph.interview.schema.TrackInterviewInput;
import dev.prepgraph.interview.schema.UpdateInterviewInput;
import dev.prepgraph.interview.schema.listing.InterviewFilter;
import dev.prepgraph.interview.schema.listing.InterviewOrder;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.node.NodeLoader;
import dev.prepgraph.paging.FilterList;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.plan.PlanService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Rules of interviews. */
@ApplicationScoped
class InterviewService {

  private static final char KIND = Interview.KIND;

  private final AccountTransactions transactions;
  private final InterviewRepository repository;
  private final StageService stages;
  private final PlanService plans;
  private final IdempotencyKeys keys;
  private final InterviewConfig config;
  private final InterviewDefaults defaults;

  InterviewService(
      AccountTransactions transactions,
      InterviewRepository repository,
      StageService stages,
      PlanService plans,
      IdempotencyKeys keys,
      InterviewConfig config,
      InterviewDefaults defaults) {
    this.transactions = transactions;
    this.repository = repository;
    this.stages = stages;
    this.plans = plans;
    this.keys = keys;
    this.config = config;
    this.defaults = defaults;
  }

  Interview track(TrackInterviewInput input) {
    return transactions.write(
        () -> {
          String key =
              keys.once(
                  input.idempotencyKey(), "trackInterview", input, () -> add(input).toString());
          return byId(UUID.fromString(key)).orElseThrow(() -> notFound("input", "idempotencyKey"));
        });
  }

  private UUID add(TrackInterviewInput input) {
    InterviewDetails details = defaults.complete(input);
    Instant now = transactions.account().now();
    Instant enteredAt = enteredAt(input.enteredAt(), now);
    UUID stage = stages.initial(input.stageId(), "input", "stageId");
    checkReferences(details, null);
    if (repository.count() >= config.perUser()) {
      throw new UserErrorException(
          UserErrorCode.LIMIT_REACHED, "A user has at most " + config.perUser() + " interviews");
    }
    InterviewEntity interview = new InterviewEntity(details, stage, now);
    repository.persist(interview);
    repository.persist(new StageChangeEntity(interview.id, 1, stage, enteredAt));
    return interview.id;
  }

  /** Accepts a withdrawn guide only where the interview already has it. */
  private void checkReferences(InterviewDetails details, UUID currentGuide) {
    UUID guide = details.guideId();
    if (guide != null && !guide.equals(currentGuide) && !repository.guideIsPublished(guide)) {
      throw InterviewDetails.noGuide();
    }
    if (details.planId() != null && !plans.exists(details.planId())) {
      throw InterviewDetails.noPlan();
    }
  }

  Interview update(UpdateInterviewInput input) {
    return change(
        input.id(),
        interview -> {
          InterviewDetails details = interview.details.with(input);
          boolean same = details.equals(interview.details);
          OptimisticLock.check(
              interview.version, input.expectedVersion(), same, "input", "expectedVersion");
          if (!same) {
            checkReferences(details, interview.details.guideId());
            interview.change(details, transactions.account().now());
          }
        },
        "input",
        "id");
  }

  /**
   * Moves an interview into a stage, or corrects the time of entry into its current stage; a retry
   * makes no new version.
   */
  Interview move(MoveInterviewInput input) {
    Instant enteredAt = input.enteredAt();
    return change(
        input.id(),
        interview -> {
          UUID stage = stages.find(stages.all(), input.stageId(), "input", "stageId").key();
          Instant now = transactions.account().now();
          Instant at = enteredAt(enteredAt, now);
          StageChangeEntity last = repository.lastMove(interview.id);
          boolean inStage = stage.equals(interview.stageId);
          boolean same = inStage && (enteredAt == null || repeats(enteredAt, interview, last));
          if (input.expectedVersion() != null) {
            OptimisticLock.check(
                interview.version, input.expectedVersion(), same, "input", "expectedVersion");
          }
          if (same) {
            return;
          }
          if (inStage) {
            last.enteredAt = at;
          } else {
            checkMoves(last.key.number());
            repository.persist(
                new StageChangeEntity(interview.id, last.key.number() + 1, stage, at));
          }
          interview.move(stage, now);
        },
        "input",
        "id");
  }

  /** Whether the last change had this time; it counted as now when it was slightly ahead. */
  private static boolean repeats(
      Instant enteredAt, InterviewEntity interview, StageChangeEntity last) {
    return ClientTime.past(enteredAt, interview.changedAt)
        .filter(last.enteredAt::equals)
        .isPresent();
  }

  private void checkMoves(int moves) {
    if (moves >= config.movesPerInterview()) {
      throw new UserErrorException(
          UserErrorCode.LIMIT_REACHED,
          "An interview has at most " + config.movesPerInterview() + " moves",
          "input",
          "id");
    }
  }

  private static Instant enteredAt(Instant given, Instant now) {
    if (given == null) {
      return now;
    }
    return ClientTime.past(given, now)
        .orElseThrow(
            () ->
                new UserErrorException(
                    UserErrorCode.INVALID,
                    "enteredAt must be between the year 2000 and now; omit it for the current time",
                    "input",
                    "enteredAt"));
  }

  /** Deletes an interview with its history and debrief; returns the id. */
  String delete(String id) {
    return transactions.write(
        () -> {
          UUID interview = NodeId.parse(KIND, id).orElseThrow(() -> notFound("input", "id"));
          if (repository.delete("id", interview) == 0) {
            throw notFound("input", "id");
          }
          AccountChanges.deleted(ViewerChangeKind.INTERVIEW, id);
          return id;
        });
  }

  /** Changes an interview in a transaction. */
  Interview change(String id, Consumer<InterviewEntity> change, String... path) {
    return transactions.write(
        () -> {
          InterviewEntity interview =
              NodeId.parse(KIND, id)
                  .flatMap(repository::findByIdOptional)
                  .orElseThrow(() -> notFound(path));
          change.accept(interview);
          repository.writeChanges();
          return byId(interview.id).orElseThrow();
        });
  }

  private static UserErrorException notFound(String... path) {
    return UserErrorException.notFound("an existing interview", path);
  }

  private Optional<Interview> byId(UUID interview) {
    return repository.byIds(List.of(interview)).stream().findFirst().map(i -> present(i, null));
  }

  @Produces
  @Singleton
  NodeLoader nodes() {
    return new NodeLoader(KIND, this::byIds);
  }

  private Map<UUID, Interview> byIds(Collection<UUID> keys) {
    return transactions.read(() -> repository.byIds(keys)).orElse(List.of()).stream()
        .collect(Collectors.toMap(StoredInterview::id, interview -> present(interview, null)));
  }

  /** A page of the user's interviews. */
  Page<Interview> list(
      InterviewFilter given, InterviewOrder order, PageRequest request, String locale) {
    InterviewFilter filter = given.checked();
    checkDay(filter.from());
    checkDay(filter.to());
    List<String> stageIds = FilterList.and(filter.stageId(), filter.stageIds());
    List<UUID> stages = stageIds == null ? null : stageIds.stream().map(StageService::key).toList();
    return transactions
        .read(
            () -> {
              String scope =
                  "interviews %s %s %s"
                      .formatted(transactions.account().id(), order, CanonicalJson.object(filter));
              return repository
                  .page(scope, filter, stages, order, request)
                  .map(interview -> present(interview, locale));
            })
        .orElseThrow();
  }

  /** The user's newest interviews by guide; empty for an anonymous request. */
  Map<UUID, List<Interview>> ofGuides(Collection<UUID> guides, String locale, int most) {
    return transactions.read(() -> repository.ofGuides(guides, most)).orElse(List.of()).stream()
        .map(interview -> present(interview, locale))
        .collect(Collectors.groupingBy(Interview::guideKey));
  }

  private static void checkDay(LocalDate day) {
    if (day != null && (day.getYear() < 1 || day.getYear() > 9999)) {
      throw RequestException.badRequest("from and to must be in the years 1 to 9999");
    }
  }

  Map<UUID, List<StageChange>> histories(Collection<UUID> interviews) {
    return transactions.read(() -> repository.histories(interviews)).orElse(Map.of());
  }

  private static Interview present(StoredInterview interview, String locale) {
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
        details.guideId(),
        details.planId(),
        locale);
  }
}
