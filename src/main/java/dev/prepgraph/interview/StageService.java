package dev.prepgraph.interview;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.account.IdempotencyKeys;
import dev.prepgraph.common.Text;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.interview.StageRepository.New;
import dev.prepgraph.interview.schema.AddInterviewStageInput;
import dev.prepgraph.interview.schema.InterviewStage;
import dev.prepgraph.node.NodeId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The rules of the stages that interviews move through. */
@ApplicationScoped
public class StageService {

  private static final int MAX_NAME = 60;

  /** No stage has this key. */
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

  /** The stages of the current user in their order. */
  List<InterviewStage> stages() {
    return transactions.read(this::all).orElseThrow();
  }

  /** The stages of the transaction's account in their order; the first use adds the defaults. */
  List<InterviewStage> all() {
    List<InterviewStage> stages = repository.all();
    if (!stages.isEmpty()) {
      return stages;
    }
    repository.add(DEFAULT);
    return repository.all();
  }

  /** The key of the stage that a node id names; a key that no stage has for any other text. */
  static UUID key(String id) {
    return NodeId.parse(InterviewStage.KIND, id).orElse(NONE);
  }

  InterviewStage find(List<InterviewStage> stages, String id, String... path) {
    return stages.stream()
        .filter(stage -> stage.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new UserErrorException(UserErrorCode.NOT_FOUND, "There is no such stage", path));
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
          checkName(input.name(), "input", "name");
          List<InterviewStage> stages = all();
          keys.once(
              input.idempotencyKey(),
              "addInterviewStage",
              input,
              () -> {
                checkLimit(stages.size() + 1);
                checkFree(stages, input.name(), "input", "name");
                repository.add(List.of(new New(input.name(), Boolean.TRUE.equals(input.closed()))));
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

  List<InterviewStage> rename(String id, String name) {
    return change(
        id,
        (stages, stage) -> {
          checkName(name, "name");
          checkFree(stages.stream().filter(s -> s != stage).toList(), name, "name");
          repository.rename(stage.key(), name);
        });
  }

  List<InterviewStage> setClosed(String id, boolean closed) {
    return change(id, (stages, stage) -> repository.setClosed(stage.key(), closed));
  }

  List<InterviewStage> reorder(List<String> ids) {
    return transactions.write(
        () -> {
          List<UUID> stages = all().stream().map(InterviewStage::key).toList();
          List<UUID> order = ids.stream().map(StageService::key).toList();
          if (ids.size() != stages.size() || !new HashSet<>(order).equals(new HashSet<>(stages))) {
            throw new UserErrorException(
                UserErrorCode.INVALID, "Name each of your stages once", "ids");
          }
          repository.reorder(order);
          return repository.all();
        });
  }

  /** Deletes a stage that the history of no interview has. */
  List<InterviewStage> delete(String id) {
    return change(
        id,
        (stages, stage) -> {
          if (!repository.deleteUnused(stage.key())) {
            throw new UserErrorException(
                UserErrorCode.CONFLICT,
                "Interviews are or were in this stage; delete those, or rename it",
                "id");
          }
          if (stages.size() == 1) {
            throw new UserErrorException(UserErrorCode.INVALID, "One stage must be left", "id");
          }
        });
  }

  private List<InterviewStage> change(
      String id, BiConsumer<List<InterviewStage>, InterviewStage> change) {
    return transactions.write(
        () -> {
          List<InterviewStage> stages = all();
          change.accept(stages, find(stages, id, "id"));
          return repository.all();
        });
  }

  /** Writes of one user are serialized, so that a free name stays free until the commit. */
  private static void checkFree(List<InterviewStage> stages, String name, String... path) {
    String key = Text.nameKey(name);
    if (stages.stream().anyMatch(stage -> Text.nameKey(stage.name()).equals(key))) {
      throw new UserErrorException(UserErrorCode.DUPLICATE, "Another stage has this name", path);
    }
  }

  private static void checkName(String name, String... path) {
    List<UserError> errors = new ArrayList<>();
    TextChecks.required(errors, name, MAX_NAME, path);
    if (!errors.isEmpty()) {
      throw new UserErrorException(errors);
    }
  }
}
