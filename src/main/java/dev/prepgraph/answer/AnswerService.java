package dev.prepgraph.answer;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.account.change.AccountChange;
import dev.prepgraph.account.change.AccountChanges;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.answer.AnswerRepository.StoredAnswer;
import dev.prepgraph.answer.AnswerRepository.StoredRevision;
import dev.prepgraph.answer.AnswerRepository.Target;
import dev.prepgraph.answer.model.AnswerContent;
import dev.prepgraph.answer.schema.AnswerRevision;
import dev.prepgraph.answer.schema.RestoreAnswerRevisionInput;
import dev.prepgraph.answer.schema.SaveAnswerInput;
import dev.prepgraph.answer.schema.SavedAnswer;
import dev.prepgraph.answer.schema.SavedAnswerFilter;
import dev.prepgraph.answer.schema.SavedAnswerOrder;
import dev.prepgraph.answer.schema.SavedAnswerStatus;
import dev.prepgraph.answer.schema.StarAnswer;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.common.CanonicalJson;
import dev.prepgraph.common.error.OptimisticLock;
import dev.prepgraph.common.error.TextChecks;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.paging.Cursors;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Rules of saved answers. */
@ApplicationScoped
public class AnswerService {

  private static final char KIND = SavedAnswer.KIND;

  /** Of the body and of each part of STAR, in Unicode code points. */
  private static final int MAX_LENGTH = 20_000;

  private final AccountTransactions transactions;
  private final AnswerRepository repository;
  private final AnswerConfig config;
  private final Cursors cursors;

  AnswerService(
      AccountTransactions transactions,
      AnswerRepository repository,
      AnswerConfig config,
      Cursors cursors) {
    this.transactions = transactions;
    this.repository = repository;
    this.config = config;
    this.cursors = cursors;
  }

  /** The key in the node id of a saved answer; empty for other ids. */
  public static Optional<UUID> key(String id) {
    return NodeId.parse(KIND, id);
  }

  /** Saves an answer; equal content makes no new revision. */
  SavedAnswer save(SaveAnswerInput input) {
    return transactions.write(
        () -> {
          check(input);
          UUID question =
              QuestionService.key(input.questionId()).orElseThrow(AnswerService::noQuestion);
          Target target = repository.target(question);
          StoredAnswer current = target.answer();
          if (current == null && target.questionRevision() == null) {
            throw noQuestion();
          }
          checkSame(current, input.answerId());
          AnswerContent content = content(input, target);
          checkVersion(current, input.expectedVersion(), content);
          if (current == null && target.answers() >= config.perUser()) {
            throw new UserErrorException(
                UserErrorCode.LIMIT_REACHED,
                "A user has at most " + config.perUser() + " saved answers");
          }
          checkReady(content, "input", "status");
          return write(question, current, input.expectedVersion(), content);
        });
  }

  private static void check(SaveAnswerInput input) {
    List<UserError> errors = new ArrayList<>();
    StarAnswer star = input.star();
    if (star != null && input.body() != null) {
      String message = "star must be null where body has a value";
      errors.add(UserError.of(UserErrorCode.INVALID, message, "input", "star"));
    }
    if (StarAnswer.NONE.equals(star)) {
      String message = "star must have at least one part";
      errors.add(UserError.of(UserErrorCode.INVALID, message, "input", "star"));
    }
    TextChecks.length(errors, input.body(), MAX_LENGTH, "input", "body");
    if (star != null) {
      TextChecks.length(errors, star.situation(), MAX_LENGTH, "input", "star", "situation");
      TextChecks.length(errors, star.task(), MAX_LENGTH, "input", "star", "task");
      TextChecks.length(errors, star.action(), MAX_LENGTH, "input", "star", "action");
      TextChecks.length(errors, star.result(), MAX_LENGTH, "input", "star", "result");
    }
    UserErrorException.throwIfAny(errors);
  }

  /** The input, completed by the current content. */
  private static AnswerContent content(SaveAnswerInput input, Target target) {
    AnswerContent current = target.content();
    int questionRevision =
        target.questionRevision() == null ? current.questionRevision() : target.questionRevision();
    SavedAnswerStatus status = input.status();
    if (status == null) {
      status = current == null ? SavedAnswerStatus.DRAFT : current.status();
    }
    if (input.body() != null || input.star() != null) {
      return AnswerContent.of(questionRevision, status, input.body(), input.star());
    }
    if (current == null || input.status() == null) {
      throw new UserErrorException(
          UserErrorCode.INVALID, "body or star must have a value", "input", "body");
    }
    return AnswerContent.of(questionRevision, status, current.body(), current.star());
  }

  private static void checkReady(AnswerContent content, String... path) {
    if (content.isReadyButBlank()) {
      throw new UserErrorException(
          UserErrorCode.INVALID, "An answer that is READY must not be blank", path);
    }
  }

  /** Restores an earlier revision as the newest one. */
  SavedAnswer restore(RestoreAnswerRevisionInput input) {
    return transactions.write(
        () -> {
          UUID answer = key(input.id()).orElseThrow(AnswerService::noAnswer);
          StoredAnswer current =
              repository.byIds(List.of(answer)).stream()
                  .findFirst()
                  .orElseThrow(AnswerService::noAnswer);
          AnswerContent restored =
              repository
                  .content(answer, input.version())
                  .orElseThrow(
                      () -> UserErrorException.notFound("a stored revision", "input", "version"));
          checkVersion(current, input.expectedVersion(), restored);
          checkReady(restored, "input", "version");
          return write(current.question(), current, input.expectedVersion(), restored);
        });
  }

  private SavedAnswer write(
      UUID question, StoredAnswer current, int expected, AnswerContent content) {
    boolean repeated = current != null && current.version() != expected;
    if (repeated || current != null && current.content().equals(content)) {
      return present(current, null);
    }
    StoredAnswer saved =
        repository.save(question, expected, content).orElseThrow(OptimisticLock::conflict);
    AccountChanges.add(AccountChange.saved(ViewerChangeKind.ANSWER, KIND, saved.id()));
    return present(saved, null);
  }

  /** Deletes an answer with its history; returns the id. */
  String delete(String id) {
    return transactions.write(
        () -> {
          UUID answer = key(id).orElseThrow(AnswerService::noAnswer);
          if (repository.delete("id", answer) == 0) {
            throw noAnswer();
          }
          AccountChanges.deleted(ViewerChangeKind.ANSWER, id);
          return id;
        });
  }

  /** Accepts a retry even when the question changed since the first attempt. */
  private static void checkVersion(StoredAnswer current, int expected, AnswerContent content) {
    boolean repeated = current != null && current.content().equalsIgnoringRevision(content);
    OptimisticLock.check(
        current == null ? 0 : current.version(), expected, repeated, "input", "expectedVersion");
  }

  /** Versions alone do not tell an answer from one that was deleted. */
  private static void checkSame(StoredAnswer current, String answerId) {
    if (answerId != null && (current == null || !Optional.of(current.id()).equals(key(answerId)))) {
      String message = "answerId must be the id of the question's saved answer; read it and merge";
      throw new UserErrorException(UserErrorCode.CONFLICT, message, "input", "answerId");
    }
  }

  private static UserErrorException noQuestion() {
    return UserErrorException.notFound("a published question", "input", "questionId");
  }

  private static UserErrorException noAnswer() {
    return UserErrorException.notFound("a saved answer", "input", "id");
  }

  /** Empty for an anonymous request. */
  Map<UUID, SavedAnswer> byIds(Collection<UUID> ids) {
    return read(() -> repository.byIds(ids), null, SavedAnswer::key);
  }

  /** By question; empty for an anonymous request. */
  Map<UUID, SavedAnswer> byQuestions(Collection<UUID> questions, String locale) {
    return read(() -> repository.byQuestions(questions), locale, SavedAnswer::questionKey);
  }

  private Map<UUID, SavedAnswer> read(
      Supplier<List<StoredAnswer>> query, String locale, Function<SavedAnswer, UUID> key) {
    return transactions.read(query).orElse(List.of()).stream()
        .map(answer -> present(answer, locale))
        .collect(Collectors.toMap(key, Function.identity()));
  }

  /** A page of the user's answers. */
  Page<SavedAnswer> list(
      SavedAnswerFilter given, SavedAnswerOrder order, PageRequest request, String locale) {
    SavedAnswerFilter filter = given.checked();
    return transactions
        .read(
            () -> {
              String scope =
                  "answers %s %s %s"
                      .formatted(transactions.account().id(), order, CanonicalJson.object(filter));
              return repository
                  .page(scope, filter, order, request)
                  .map(answer -> present(answer, locale));
            })
        .orElseThrow();
  }

  /** The same page of the history of several answers, the newest revision first. */
  List<Page<AnswerRevision>> histories(List<UUID> answers, PageRequest request) {
    Set<UUID> distinct = Set.copyOf(answers);
    boolean bounded = request.after() != null || request.before() != null;
    if (bounded && distinct.size() > 1) {
      // A cursor belongs to one answer.
      throw Cursors.refused();
    }
    PageRequest page = cursors.read(historyScope(answers.get(0)), request);
    Map<UUID, List<StoredRevision>> found =
        transactions.read(() -> repository.revisions(distinct, page)).orElseThrow().stream()
            .collect(Collectors.groupingBy(StoredRevision::answer));
    return answers.stream()
        .map(answer -> history(answer, found.getOrDefault(answer, List.of()), page))
        .toList();
  }

  private Page<AnswerRevision> history(
      UUID answer, List<StoredRevision> revisions, PageRequest page) {
    return Page.of(
            page,
            revisions.stream().filter(revision -> revision.version() != null).toList(),
            revision -> cursors.print(historyScope(answer), revision.version().toString()),
            revisions.isEmpty() ? 0 : Math.toIntExact(revisions.get(0).total()))
        .map(
            revision ->
                new AnswerRevision(
                    revision.version(),
                    revision.content().body(),
                    revision.content().star(),
                    revision.content().status(),
                    revision.savedAt()));
  }

  private static String historyScope(UUID answer) {
    return "revisions " + answer;
  }

  private static SavedAnswer present(StoredAnswer answer, String locale) {
    return new SavedAnswer(
        NodeId.of(KIND, answer.id()),
        answer.content().body(),
        answer.content().star(),
        answer.content().status(),
        answer.version(),
        answer.stale(),
        answer.createdAt(),
        answer.savedAt(),
        answer.id(),
        answer.question(),
        locale);
  }
}
