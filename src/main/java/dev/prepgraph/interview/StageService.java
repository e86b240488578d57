package dev.prepgraph.interview;

import dev.prepgraph.account.Account;
import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.account.IdempotencyKeys;
import dev.prepgraph.common.Text;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.interview.schema.AddInterviewStageInput;
import dev.prepgraph.interview.schema.InterviewStage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** The rules of the stages that users move their interviews through. */
@ApplicationScoped
public class StageService {

  static final char KIND = 'S';

  static final int MAX_NAME = 60;

  /** What a user starts with. */
  private static final List<StageRepository.New> DEFAULT =
      List.of(
          new StageRepository.New("Saved", false),
          new StageRepository.New("Applied", false),
          new StageRepository.New("Screening", false),
          new StageRepository.New("Interview", false),
          new StageRepository.New("Offer", false),
          new StageRepository.New("Accepted", true),
          new StageRepository.New("Rejected", true),
          new StageRepository.New("Withdrawn", true));

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

  /** The stages of the user who is logged in, in order. */
  List<InterviewStage> stages() {
    return transactions.read((session, account) -> all(session)).orElseThrow();
  }

  /** The user's stages, in order; at the first use, the default ones are made. */
  List<InterviewStage> all(StatelessSession session) {
    List<InterviewStage> stages = repository.all(session);
    if (!stages.isEmpty()) {
      return stages;
    }
    repository.add(session, DEFAULT);
    return repository.all(session);
  }

  /** The stage that an id names. */
  static Optional<InterviewStage> find(List<InterviewStage> stages, String id) {
    return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
  }

  /**
   * Adds the stages whose names the user has not yet.
   *
   * @return the names of all stages by {@link Text#nameKey}
   * @throws UserErrorException when there are too many
   */
  public Map<String, String> addMissing(
      StatelessSession session, List<StageRepository.New> wanted) {
    Map<String, String> names = new HashMap<>();
    repository.all(session).forEach(s -> names.putIfAbsent(Text.nameKey(s.name()), s.name()));
    List<StageRepository.New> missing =
        wanted.stream()
            .filter(s -> names.putIfAbsent(Text.nameKey(s.name()), s.name()) == null)
            .toList();
    if (!missing.isEmpty()) {
      repository.add(session, missing);
      checkLimit(names.size());
    }
    return names;
  }

  /**
   * Adds a stage behind the others.
   *
   * @throws UserErrorException when the name is not allowed, or there are too many
   */
  List<InterviewStage> add(AddInterviewStageInput input) {
    var stage = new StageRepository.New(input.name(), Boolean.TRUE.equals(input.closed()));
    return transactions.write(
        (session, account) -> {
          checkName(input.name(), "input", "name");
          List<InterviewStage> stages = all(session);
          keys.once(
              input.idempotencyKey(),
              "addInterviewStage",
              input,
              () -> {
                checkLimit(stages.size() + 1);
                checkFree(stages, input.name(), "input", "name");
                repository.add(session, List.of(stage));
                return input.name();
              });
          return repository.all(session);
        });
  }

  private void checkLimit(int stages) {
    if (stages > config.stagesPerUser()) {
      throw new UserErrorException(
          UserErrorCode.LIMIT_REACHED, "A user has at most " + config.stagesPerUser() + " stages");
    }
  }

  /**
   * Renames a stage.
   *
   * @throws UserErrorException when there is no such stage, or the name is not allowed
   */
  List<InterviewStage> rename(String id, String name) {
    return change(
        id,
        (session, account, stages, stage) -> {
          checkName(name, "name");
          checkFree(stages.stream().filter(s -> s != stage).toList(), name, "name");
          repository.rename(session, account, stage.key(), name);
        });
  }

  /**
   * Says whether interviews in a stage are over.
   *
   * @throws UserErrorException when there is no such stage
   */
  List<InterviewStage> setClosed(String id, boolean closed) {
    return change(
        id,
        (session, account, stages, stage) ->
            repository.setClosed(session, account, stage.key(), closed));
  }

  /**
   * Puts the stages in another order.
   *
   * @throws UserErrorException when not each stage is named once
   */
  List<InterviewStage> reorder(List<String> ids) {
    return transactions.write(
        (session, account) -> {
          List<InterviewStage> stages = all(session);
          List<UUID> order = new ArrayList<>();
          ids.forEach(id -> find(stages, id).ifPresent(stage -> order.add(stage.key())));
          if (ids.size() != stages.size() || new HashSet<>(order).size() != stages.size()) {
            throw new UserErrorException(
                UserErrorCode.INVALID, "Name each of your stages once", "ids");
          }
          repository.reorder(session, account, order);
          return repository.all(session);
        });
  }

  /**
   * Deletes a stage that no interview is or was in.
   *
   * @throws UserErrorException when there is no such stage, it was used, or it is the last one
   */
  List<InterviewStage> delete(String id) {
    return change(
        id,
        (session, account, stages, stage) -> {
          if (!repository.delete(session, account, stage.key())) {
            throw new UserErrorException(
                UserErrorCode.CONFLICT,
                "Interviews are or were in this stage; delete those, or rename it",
                "id");
          }
          if (repository.all(session).isEmpty()) {
            throw new UserErrorException(UserErrorCode.INVALID, "One stage must be left", "id");
          }
        });
  }

  private interface Change {
    void make(
        StatelessSession session,
        Account account,
        List<InterviewStage> stages,
        InterviewStage stage);
  }

  private List<InterviewStage> change(String id, Change change) {
    return transactions.write(
        (session, account) -> {
          List<InterviewStage> stages = all(session);
          InterviewStage stage = find(stages, id).orElseThrow(() -> none("id"));
          change.make(session, account, stages, stage);
          return repository.all(session);
        });
  }

  static UserErrorException none(String... path) {
    return new UserErrorException(UserErrorCode.NOT_FOUND, "There is no such stage", path);
  }

  /** The writes of one user follow each other: what is free stays so until the end of this one. */
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
