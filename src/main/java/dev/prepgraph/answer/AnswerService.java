package dev.prepgraph.answer;

import dev.prepgraph.account.Account;
import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.answer.StoredAnswer.Content;
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
import org.hibernate.StatelessSession;

/** The rules by which users keep answers. */
@ApplicationScoped
public class AnswerService {

  public static final char KIND = 'A';

  /** That of an answer which another request deleted since. */
  private static final Page<AnswerRevision> NO_HISTORY =
      Page.of(PageRequest.of(null, null, null, null), List.of(), revision -> "", 0);

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
        (session, account) -> {
          List<UserError> errors = given.errors("input");
          if (!errors.isEmpty()) {
            throw new UserErrorException(errors);
          }
          UUID question =
              QuestionService.key(input.questionId()).orElseThrow(AnswerService::noQuestion);
          AnswerRepository.Target target = repository.target(session, account, question);
          StoredAnswer current = target.answer();
          if (current == null && target.questionRevision() == null) {
            throw noQuestion();
          }
          Content content = applied(input, given, target);
          checkVersion(current, input.expectedVersion(), content, "input", "expectedVersion");
          if (current == null && target.answers() >= config.perUser()) {
            throw tooMany(config.perUser());
          }
          checkReady(content, "input", "status");
          return write(session, question, current, input.expectedVersion(), content);
        });
  }

  /** What is to be stored: where the input leaves something out, it stays as it is. */
  private static Content applied(
      SaveAnswerInput input, AnswerText given, AnswerRepository.Target target) {
    Content current = target.answer() == null ? null : target.answer().content();
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
    return new Content(
        text,
        status,
        target.questionRevision() == null ? current.questionRevision() : target.questionRevision());
  }

  private static void checkReady(Content content, String... path) {
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
        (session, account) -> {
          UUID answer = NodeId.parse(KIND, id).orElseThrow(AnswerService::noAnswer);
          StoredAnswer current =
              repository.byIds(session, account, List.of(answer)).stream()
                  .findFirst()
                  .orElseThrow(AnswerService::noAnswer);
          Content restored =
              repository
                  .content(session, account, answer, version)
                  .orElseThrow(
                      () ->
                          new UserErrorException(
                              UserErrorCode.NOT_FOUND, "This version is not kept", "version"));
          checkVersion(current, expectedVersion, restored, "expectedVersion");
          checkReady(restored, "version");
          return write(session, current.question(), current, expectedVersion, restored);
        });
  }

  private SavedAnswer write(
      StatelessSession session,
      UUID question,
      StoredAnswer current,
      int expected,
      Content content) {
    boolean repeated = current != null && current.version() != expected;
    if (repeated || current != null && current.content().equals(content)) {
      return present(current, null, alone(current));
    }
    StoredAnswer saved =
        repository.save(session, question, expected, content).orElseThrow(OptimisticLock::conflict);
    return present(saved, null, alone(saved));
  }

  /**
   * Deletes an answer with its history.
   *
   * @throws UserErrorException when there is no such answer
   */
  void delete(String id) {
    transactions.write(
        (session, account) -> {
          UUID answer = NodeId.parse(KIND, id).orElseThrow(AnswerService::noAnswer);
          if (!repository.delete(session, account, answer)) {
            throw noAnswer();
          }
          return null;
        });
  }

  /** The question may have changed since a save that is repeated. */
  private static void checkVersion(
      StoredAnswer current, int expected, Content content, String... path) {
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
        .read((session, account) -> repository.byIds(session, account, ids))
        .ifPresent(answers -> present(answers, null).forEach(a -> found.put(a.key(), a)));
    return found;
  }

  /** The user's answers by the question that they answer; none for an anonymous request. */
  Map<UUID, SavedAnswer> byQuestions(Collection<UUID> questions, String locale) {
    Map<UUID, SavedAnswer> found = new HashMap<>();
    transactions
        .read((session, account) -> repository.byQuestions(session, account, questions))
        .ifPresent(answers -> present(answers, locale).forEach(a -> found.put(a.questionKey(), a)));
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
            (session, account) -> {
              String scope = "answers " + account.id() + " " + filter;
              PageRequest page = cursors.read(scope, request);
              AnswerRepository.Answers answers = repository.page(session, account, filter, page);
              Page<StoredAnswer> found =
                  Page.of(
                      page,
                      answers.found(),
                      answer -> cursors.print(scope, AnswerRepository.sortKey(answer)),
                      answers.total());
              var batch = new AnswerBatch(found.nodes().stream().map(StoredAnswer::id).toList());
              return found.map(answer -> present(answer, locale, batch));
            })
        .orElseThrow();
  }

  /**
   * A page of an answer's history, the newest first.
   *
   * @throws RequestException when a cursor is not one of this list
   */
  Page<AnswerRevision> history(SavedAnswer answer, PageRequest request) {
    if (request.after() != null || request.before() != null) {
      // A cursor belongs to one answer.
      return histories(List.of(answer.key()), request).getOrDefault(answer.key(), NO_HISTORY);
    }
    return answer
        .batch()
        .histories(request, () -> histories(answer.batch().answers(), request))
        .getOrDefault(answer.key(), NO_HISTORY);
  }

  private Map<UUID, Page<AnswerRevision>> histories(List<UUID> answers, PageRequest request) {
    return transactions
        .read((session, account) -> histories(session, account, answers, request))
        .orElseThrow();
  }

  private Map<UUID, Page<AnswerRevision>> histories(
      StatelessSession session, Account account, List<UUID> answers, PageRequest request) {
    PageRequest page =
        answers.size() == 1 ? cursors.read("revisions " + answers.get(0), request) : request;
    Map<UUID, Page<AnswerRevision>> pages = new HashMap<>();
    repository
        .revisions(session, account, answers, page)
        .forEach(
            (id, revisions) ->
                pages.put(
                    id,
                    Page.of(
                        page,
                        revisions.found(),
                        r -> cursors.print("revisions " + id, Integer.toString(r.version())),
                        revisions.total())));
    return pages;
  }

  private static List<SavedAnswer> present(List<StoredAnswer> answers, String locale) {
    var batch = new AnswerBatch(answers.stream().map(StoredAnswer::id).toList());
    return answers.stream().map(answer -> present(answer, locale, batch)).toList();
  }

  private static AnswerBatch alone(StoredAnswer answer) {
    return new AnswerBatch(List.of(answer.id()));
  }

  private static SavedAnswer present(StoredAnswer answer, String locale, AnswerBatch batch) {
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
        locale,
        batch);
  }
}
