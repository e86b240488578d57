package dev.prepgraph.interview;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.account.IdempotencyKeys;
import dev.prepgraph.account.change.AccountChange;
import dev.prepgraph.account.change.AccountChanges;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.common.Text;
import dev.prepgraph.common.error.ListChecks;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.interview.StageRepository.New;
import dev.prepgraph.interview.schema.stage.AddInterviewStageInput;
import dev.prepgraph.interview.schema.stage.InterviewStage;
import dev.prepgraph.interview.schema.stage.RenameInterviewStageInput;
import dev.prepgraph.interview.schema.stage.SetInterviewStageClosedInput;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.node.NodeLoader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Rules of the stages of interviews. */
@ApplicationScoped
public class StageService {

  private static final int MAX_NAME = 60;

  /** Replaces an unknown stage in filters; no stage has this key. */
  private static final UUID NONE = new UUID(0, 0);

  private static final List<New> DEFAULT =
      List.of(
          new New("Saved", false),
          new New("Applied", false),
          new New("Screening", false),
          new New("Interview", false),
          new New("Offer", false),
          new New("Accepted", true),
          new New("Rejected", true),
          new New("Withdrawn", true));

  private final AccountTransactions transactions;
  private final StageRepository repository;
  private final IdempotencyKeys keys;
  private final InterviewConfig config;

  StageService(
      AccountTransactions transactions,
      StageRepository repository,
      IdempotencyKeys keys,
      InterviewConfig config) {
    this.transactions = transactions;
    this.repository = repository;
    this.keys = keys;
    this.config = config;
  }

  @Produces
  @Singleton
  NodeLoader stageNodes() {
    return new NodeLoader(InterviewStage.KIND, this::byIds);
  }

  private Map<UUID, InterviewStage> byIds(Collection<UUID> keys) {
    return transactions.read(() -> repository.byIds(keys)).orElse(List.of()).stream()
        .collect(Collectors.toMap(InterviewStage::key, stage -> stage));
  }

  List<InterviewStage> stages() {
    return transactions.read(this::all).orElseThrow();
  }

  /** The stages of the transaction's account by position; the first use adds the defaults. */
  List<InterviewStage> all() {
    List<InterviewStage> stages = repository.all();
    if (!stages.isEmpty()) {
      return stages;
    }
    repository.add(DEFAULT);
    return repository.all();
  }

  /** The key in the node id of a stage; {@link #NONE} for other ids. */
  static UUID key(String id) {
    return NodeId.parse(InterviewStage.KIND, id).orElse(NONE);
  }

  InterviewStage find(List<InterviewStage> stages, String id, String... path) {
    return stages.stream()
        .filter(stage -> stage.id().equals(id))
        .findFirst()
        .orElseThrow(() -> UserErrorException.notFound("an existing stage", path));
  }

  /**
   * The stage of a new interview.
   *
   * @param id null for the first open stage
   */
  UUID initial(String id, String... path) {
    List<InterviewStage> all = all();
    return id == null
        ? all.stream().filter(s -> !s.closed()).findFirst().orElse(all.get(0)).key()
        : find(all, id, path).key();
  }

  List<InterviewStage> add(AddInterviewStageInput input) {
    return transactions.write(
        () -> {
          checkName(input.name());
          List<InterviewStage> stages = all();
          keys.once(
              input.idempotencyKey(),
              "addInterviewStage",
              input,
              () -> {
                checkLimit(stages.size() + 1);
                checkFree(stages, input.name());
                New stage = new New(input.name(), Boolean.TRUE.equals(input.closed()));
                if (repository.add(List.of(stage)) == 0) {
                  throw duplicate(); // for PostgreSQL, whose letters are of another Unicode version
                }
                AccountChanges.add(AccountChange.several(ViewerChangeKind.INTERVIEW));
                return input.name();
              });
          return repository.all();
        });
  }

  private void checkLimit(int stages) {
    if (stages > config.stagesPerUser()) {
      throw new UserErrorException(
          UserErrorCode.LIMIT_REACHED, "A user has at most " + config.stagesPerUser() + " stages");
    }
  }

  List<InterviewStage> rename(RenameInterviewStageInput input) {
    return change(
        input.id(),
        (stages, stage) -> {
          checkName(input.name());
          checkFree(stages.stream().filter(s -> s != stage).toList(), input.name());
          if (!stage.name().equals(input.name())) {
            repository.rename(stage.key(), input.name());
            AccountChanges.add(saved(stage));
          }
        });
  }

  List<InterviewStage> setClosed(SetInterviewStageClosedInput input) {
    return change(
        input.id(),
        (stages, stage) -> {
          if (stage.closed() != input.closed()) {
            repository.setClosed(stage.key(), input.closed());
            AccountChanges.add(saved(stage));
          }
        });
  }

  private static AccountChange saved(InterviewStage stage) {
    return AccountChange.saved(ViewerChangeKind.INTERVIEW, InterviewStage.KIND, stage.key());
  }

  List<InterviewStage> reorder(List<String> ids) {
    return transactions.write(
        () -> {
          List<UUID> stages = all().stream().map(InterviewStage::key).toList();
          List<UUID> order = ids.stream().map(StageService::key).toList();
          ListChecks.eachOnce(order, stages, "stage of the user", "input", "ids");
          if (!order.equals(stages)) {
            repository.reorder(order);
            AccountChanges.add(AccountChange.several(ViewerChangeKind.INTERVIEW));
          }
          return repository.all();
        });
  }

  List<InterviewStage> delete(String id) {
    return change(
        id,
        (stages, stage) -> {
          if (!repository.deleteUnused(stage.key())) {
            throw new UserErrorException(
                UserErrorCode.CONFLICT,
                "id must identify a stage that no interview's history contains",
                "input",
                "id");
          }
          if (stages.size() == 1) {
            throw new UserErrorException(
                UserErrorCode.INVALID, "At least one stage must remain", "input", "id");
          }
          AccountChanges.deleted(ViewerChangeKind.INTERVIEW, stage.id());
        });
  }

  private List<InterviewStage> change(
      String id, BiConsumer<List<InterviewStage>, InterviewStage> change) {
    return transactions.write(
        () -> {
          List<InterviewStage> stages = all();
          change.accept(stages, find(stages, id, "input", "id"));
          return repository.all();
        });
  }

  /** Safe against concurrent requests: writes of one user are serialized. */
  private static void checkFree(List<InterviewStage> stages, String name) {
    String key = Text.nameKey(name);
    if (stages.stream().anyMatch(stage -> Text.nameKey(stage.name()).equals(key))) {
      throw duplicate();
    }
  }

  private static UserErrorException duplicate() {
    return new UserErrorException(
        UserErrorCode.DUPLICATE, "name must be unique among the user's stages", "input", "name");
  }

  private static void checkName(String name) {
    List<UserError> errors = new ArrayList<>();
    TextChecks.required(errors, name, MAX_NAME, "input", "name");
    UserErrorException.throwIfAny(errors);
  }
}
