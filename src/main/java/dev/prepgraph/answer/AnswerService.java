package dev.prepgraph.answer;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.answer.model.AnswerContent;
import dev.prepgraph.answer.schema.AnswerRevision;
import dev.prepgraph.answer.schema.SaveAnswerInput;
import dev.prepgraph.answer.schema.SavedAnswer;
import dev.prepgraph.answer.schema.SavedAnswerFilter;
import dev.prepgraph.answer.schema.SavedAnswerStatus;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.common.error.OptimisticLock;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.paging.Cursors;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rules by which users keep answers. */
@ApplicationScoped
public class AnswerService {

  public static final char KIND = 'A';

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

  /**
   * Saves an answer. What it says already makes no new revision.
   *
   * @throws UserErrorException when the input is wrong or made on another version
   */
  SavedAnswer save(SaveAnswerInput input) {
    AnswerText given = new AnswerText(input.body(), input.star());
    return transactions.write(
        () -> {
          List<UserError> errors = given.errors("input");
          if (!errors.isEmpty()) {
            throw new UserErrorException(errors);
          }
          UUID question =
              QuestionService.key(input.questionId()).orElseThrow(AnswerService::noQuestion);
          AnswerRepository.Target target = repository.target(question);
          StoredAnswer current = target.answer();
          if (current == null && target.questionRevision() == null) {
            throw noQuestion();
          }
          AnswerContent content = applied(input, given, target);
          checkVersion(current, input.expectedVersion(), content, "input", "expectedVersion");
          if (current == null && target.answers() >= config.perUser()) {
            throw tooMany(config.perUser());
          }
          checkReady(content, "input", "status");
          return write(question, current, input.expectedVersion(), content);
        });
  }

  /** What is to be stored: where the input leaves something out, it stays as it is. */
  private static AnswerContent applied(
      SaveAnswerInput input, AnswerText given, AnswerRepository.Target target) {
    AnswerContent current = target.answer() == null ? null : target.answer().content();
    AnswerText text = given;
    if (given.body() == null && given.star() == null) {
      if (current == null || input.status() == null) {
        throw new UserErrorException(UserErrorCode.INVALID, "Give body or star", "input", "body");
      }
      text = current.text();
    }
    SavedAnswerStatus status = input.status();
    if (status == null) {
      status = current == null ? SavedAnswerStatus.DRAFT : current.status();
    }
    return AnswerContent.of(
        text,
        status,
        target.questionRevision() == null ? current.questionRevision() : target.questionRevision());
  }

  private static void checkReady(AnswerContent content, String... path) {
    if (content.status() == SavedAnswerStatus.READY && content.text().isBlank()) {
      throw new UserErrorException(
          UserErrorCode.INVALID, "An answer that is READY must not be blank", path);
    }
  }

  /**
   * Makes an earlier revision the newest one again.
   *
   * @throws UserErrorException when there is no such answer or revision, or the answer has another
   *     version
   */
  SavedAnswer restore(String id, int version, int expectedVersion) {
    return transactions.write(
        () -> {
          UUID answer = NodeId.parse(KIND, id).orElseThrow(AnswerService::noAnswer);
          StoredAnswer current =
              repository.byIds(List.of(answer)).stream()
                  .findFirst()
                  .orElseThrow(AnswerService::noAnswer);
          AnswerContent restored =
              repository
                  .content(answer, version)
                  .orElseThrow(
                      () ->
                          new UserErrorException(
                              UserErrorCode.NOT_FOUND, "This version is not kept", "version"));
          checkVersion(current, expectedVersion, restored, "expectedVersion");
          checkReady(restored, "version");
          return write(current.question(), current, expectedVersion, restored);
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
    return present(saved, null);
  }

  /**
   * Deletes an answer with its history.
   *
   * @throws UserErrorException when there is no such answer
   */
  void delete(String id) {
    transactions.write(
        () -> {
          UUID answer = NodeId.parse(KIND, id).orElseThrow(AnswerService::noAnswer);
          if (repository.delete("id", answer) == 0) {
            throw noAnswer();
          }
          return null;
        });
  }

  /** The question may have changed since a save that is repeated. */
  private static void checkVersion(
      StoredAnswer current, int expected, AnswerContent content, String... path) {
    boolean repeated = current != null && current.content().says(content);
    OptimisticLock.check(current == null ? 0 : current.version(), expected, repeated, path);
  }

  static UserErrorException tooMany(int most) {
    return new UserErrorException(
        UserErrorCode.LIMIT_REACHED, "A user keeps at most " + most + " answers");
  }

  private static UserErrorException noQuestion() {
    return new UserErrorException(
        UserErrorCode.NOT_FOUND, "There is no such question", "input", "questionId");
  }

  private static UserErrorException noAnswer() {
    return new UserErrorException(UserErrorCode.NOT_FOUND, "There is no such answer", "id");
  }

  /** The user's answers with these keys; none for an anonymous request. */
  Map<UUID, SavedAnswer> byIds(Collection<UUID> ids) {
    Map<UUID, SavedAnswer> found = new HashMap<>();
    transactions
        .read(() -> repository.byIds(ids))
        .ifPresent(
            answers -> answers.forEach(answer -> found.put(answer.id(), present(answer, null))));
    return found;
  }

  /** The user's answers by the question that they answer; none for an anonymous request. */
  Map<UUID, SavedAnswer> byQuestions(Collection<UUID> questions, String locale) {
    Map<UUID, SavedAnswer> found = new HashMap<>();
    transactions
        .read(() -> repository.byQuestions(questions))
        .ifPresent(
            answers ->
                answers.forEach(answer -> found.put(answer.question(), present(answer, locale))));
    return found;
  }

  /**
   * A page of the user's answers, the newest first.
   *
   * @throws RequestException when a cursor is not one of this list
   */
  Page<SavedAnswer> list(SavedAnswerFilter filter, PageRequest request, String locale) {
    return transactions
        .read(
            () -> {
              String scope = "answers " + transactions.account().id() + " " + filter;
              return repository.page(scope, filter, request).map(answer -> present(answer, locale));
            })
        .orElseThrow();
  }

  /**
   * The same page of the history of several answers, the newest revision first.
   *
   * @throws RequestException when a cursor is not one of the answer's history
   */
  List<Page<AnswerRevision>> histories(List<UUID> answers, PageRequest request) {
    boolean bounded = request.after() != null || request.before() != null;
    if (bounded && answers.size() > 1) {
      // A cursor belongs to one answer.
      throw Cursors.refused();
    }
    PageRequest page = cursors.read(revisionsOf(answers.get(0)), request);
    Map<UUID, List<StoredRevision>> found =
        transactions.read(() -> repository.revisions(answers, page)).orElseThrow().stream()
            .collect(Collectors.groupingBy(StoredRevision::answer));
    return answers.stream()
        .map(answer -> history(answer, found.getOrDefault(answer, List.of()), page))
        .toList();
  }

  private Page<AnswerRevision> history(
      UUID answer, List<StoredRevision> revisions, PageRequest page) {
    return Page.of(
            page,
            revisions,
            revision -> cursors.print(revisionsOf(answer), Integer.toString(revision.version())),
            revisions.isEmpty() ? 0 : Math.toIntExact(revisions.get(0).total()))
        .map(
            revision ->
                new AnswerRevision(
                    revision.version(),
                    revision.content().text().body(),
                    revision.content().text().star(),
                    revision.content().status(),
                    revision.savedAt()));
  }

  /** The scope of the cursors of an answer's history. */
  private static String revisionsOf(UUID answer) {
    return "revisions " + answer;
  }

  private static SavedAnswer present(StoredAnswer answer, String locale) {
    return new SavedAnswer(
        NodeId.of(KIND, answer.id()),
        answer.content().text().body(),
        answer.content().text().star(),
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
