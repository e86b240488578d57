package dev.prepgraph.interview;

import dev.prepgraph.account.Account;
import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.catalogue.CriterionService;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.common.error.OptimisticLock;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.interview.schema.AskedQuestion;
import dev.prepgraph.interview.schema.AskedQuestionInput;
import dev.prepgraph.interview.schema.Interview;
import dev.prepgraph.interview.schema.InterviewDebrief;
import dev.prepgraph.interview.schema.InterviewGap;
import dev.prepgraph.interview.schema.InterviewGapInput;
import dev.prepgraph.interview.schema.SaveInterviewDebriefInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.StatelessSession;

/** The rules by which users say how an interview went. */
@ApplicationScoped
class DebriefService {

  private final AccountTransactions transactions;
  private final InterviewRepository interviews;
  private final DebriefRepository repository;
  private final CriterionService criteria;

  DebriefService(
      AccountTransactions transactions,
      InterviewRepository interviews,
      DebriefRepository repository,
      CriterionService criteria) {
    this.transactions = transactions;
    this.interviews = interviews;
    this.repository = repository;
    this.criteria = criteria;
  }

  /**
   * Saves what the user says of an interview, in the place of what was said before.
   *
   * @throws UserErrorException when the input is wrong or made on another version
   */
  Interview save(SaveInterviewDebriefInput input) {
    transactions.requireCaller();
    StoredDebrief given = given(input);
    List<UserError> errors = given.errors("input");
    if (!errors.isEmpty()) {
      throw new UserErrorException(errors);
    }
    return transactions.write(
        (session, account) -> {
          StoredInterview current =
              InterviewService.key(input.interviewId())
                  .flatMap(key -> interviews.byId(session, account, key))
                  .orElseThrow(() -> InterviewService.none("input", "interviewId"));
          boolean other = current.version() != input.expectedVersion();
          boolean repeated = other && isSaved(session, account, current.id(), given);
          OptimisticLock.check(
              current.version(), input.expectedVersion(), repeated, "input", "expectedVersion");
          if (repeated) {
            return InterviewService.present(current, null);
          }
          checkQuestions(given, repository.everPublished(session, questions(given)));
          if (!interviews.bump(session, account, current.id(), current.version())) {
            throw OptimisticLock.conflict("input", "expectedVersion");
          }
          repository.save(session, account, current.id(), given);
          return InterviewService.present(
              interviews.byId(session, account, current.id()).orElseThrow(), null);
        });
  }

  private boolean isSaved(
      StatelessSession session, Account account, UUID interview, StoredDebrief given) {
    DebriefRepository.Saved saved =
        repository.debriefs(session, account, List.of(interview)).get(interview);
    return saved != null && saved.debrief().says(given);
  }

  private StoredDebrief given(SaveInterviewDebriefInput input) {
    List<UserError> errors = new ArrayList<>();
    List<StoredDebrief.Asked> asked = new ArrayList<>();
    for (AskedQuestionInput question : input.askedQuestions()) {
      asked.add(
          new StoredDebrief.Asked(
              question(errors, question.questionId(), "askedQuestions", asked.size()),
              null,
              question.text(),
              question.rating(),
              question.notes()));
    }
    List<StoredDebrief.Gap> gaps = new ArrayList<>();
    for (InterviewGapInput gap : input.gaps()) {
      gaps.add(
          new StoredDebrief.Gap(
              question(errors, gap.questionId(), "gaps", gaps.size()),
              null,
              criterion(errors, gap.criterionId(), gaps.size()),
              gap.note()));
    }
    if (!errors.isEmpty()) {
      throw new UserErrorException(errors);
    }
    return new StoredDebrief(input.notes(), asked, gaps);
  }

  private static UUID question(List<UserError> errors, String id, String list, int at) {
    if (id == null) {
      return null;
    }
    return QuestionService.key(id)
        .orElseGet(
            () -> {
              errors.add(noQuestion(list, at));
              return null;
            });
  }

  private static UserError noQuestion(String list, int at) {
    return UserError.of(
        UserErrorCode.NOT_FOUND,
        "There is no such question",
        "input",
        list,
        Integer.toString(at),
        "questionId");
  }

  private String criterion(List<UserError> errors, String id, int at) {
    if (id == null) {
      return null;
    }
    return criteria
        .slug(id)
        .orElseGet(
            () -> {
              errors.add(
                  UserError.of(
                      UserErrorCode.NOT_FOUND,
                      "There is no such criterion",
                      "input",
                      "gaps",
                      Integer.toString(at),
                      "criterionId"));
              return null;
            });
  }

  private static Set<UUID> questions(StoredDebrief debrief) {
    Set<UUID> questions = new HashSet<>();
    debrief.asked().forEach(asked -> questions.add(asked.question()));
    debrief.gaps().forEach(gap -> questions.add(gap.question()));
    questions.remove(null);
    return questions;
  }

  private static void checkQuestions(StoredDebrief debrief, Set<UUID> known) {
    List<UserError> errors = new ArrayList<>();
    check(errors, debrief.asked(), StoredDebrief.Asked::question, known, "askedQuestions");
    check(errors, debrief.gaps(), StoredDebrief.Gap::question, known, "gaps");
    if (!errors.isEmpty()) {
      throw new UserErrorException(errors);
    }
  }

  private static <T> void check(
      List<UserError> errors,
      List<T> entries,
      Function<T, UUID> question,
      Set<UUID> known,
      String list) {
    for (int i = 0; i < entries.size(); i++) {
      UUID key = question.apply(entries.get(i));
      if (key != null && !known.contains(key)) {
        errors.add(noQuestion(list, i));
      }
    }
  }

  /** The debriefs of interviews of the user who is logged in, by the interview's key. */
  Map<UUID, InterviewDebrief> debriefs(Set<UUID> of, String locale) {
    Map<UUID, InterviewDebrief> found = new HashMap<>();
    transactions
        .read((session, account) -> repository.debriefs(session, account, of))
        .ifPresent(
            debriefs -> debriefs.forEach((key, saved) -> found.put(key, present(saved, locale))));
    return found;
  }

  private static InterviewDebrief present(DebriefRepository.Saved saved, String locale) {
    StoredDebrief debrief = saved.debrief();
    return new InterviewDebrief(
        debrief.asked().stream()
            .map(q -> new AskedQuestion(q.text(), q.rating(), q.notes(), q.question(), locale))
            .toList(),
        debrief.gaps().stream()
            .map(g -> new InterviewGap(g.note(), g.question(), g.criterion(), locale))
            .toList(),
        debrief.notes(),
        saved.savedAt());
  }
}
