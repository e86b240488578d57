package dev.prepgraph.interview;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.catalogue.CriterionService;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.common.error.OptimisticLock;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.interview.model.AskedQuestionEntity.Asked;
import dev.prepgraph.interview.model.GapEntity.Gap;
import dev.prepgraph.interview.model.InterviewEntity;
import dev.prepgraph.interview.schema.AskedQuestion;
import dev.prepgraph.interview.schema.AskedQuestionInput;
import dev.prepgraph.interview.schema.Interview;
import dev.prepgraph.interview.schema.InterviewDebrief;
import dev.prepgraph.interview.schema.InterviewGap;
import dev.prepgraph.interview.schema.InterviewGapInput;
import dev.prepgraph.interview.schema.SaveInterviewDebriefInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of debriefs. */
@ApplicationScoped
class DebriefService {

  private final AccountTransactions transactions;
  private final InterviewService interviews;
  private final DebriefRepository repository;
  private final QuestionService questions;
  private final CriterionService criteria;

  DebriefService(
      AccountTransactions transactions,
      InterviewService interviews,
      DebriefRepository repository,
      QuestionService questions,
      CriterionService criteria) {
    this.transactions = transactions;
    this.interviews = interviews;
    this.repository = repository;
    this.questions = questions;
    this.criteria = criteria;
  }

  /**
   * Saves the debrief of an interview and replaces the one before.
   *
   * @throws UserErrorException when the input is invalid or made on another version
   */
  Interview save(SaveInterviewDebriefInput input) {
    transactions.requireCaller();
    Debrief given = given(input);
    return transactions.write(
        () -> {
          InterviewEntity interview = interviews.find(input.interviewId(), "input", "interviewId");
          boolean repeated =
              interview.version != input.expectedVersion() && isSaved(interview.id, given);
          OptimisticLock.check(
              interview.version, input.expectedVersion(), repeated, "input", "expectedVersion");
          if (!repeated) {
            interview.nextVersion(transactions.account().now());
            interviews.writeChanges();
            repository.save(interview.id, given, interview.changedAt);
          }
          return interviews.show(interview.id);
        });
  }

  private boolean isSaved(UUID interview, Debrief given) {
    DebriefRepository.Saved saved = repository.debriefs(List.of(interview)).get(interview);
    return saved != null && saved.debrief().equals(given);
  }

  /** Resolves the references of an input and validates it. */
  private Debrief given(SaveInterviewDebriefInput input) {
    List<UserError> errors = new ArrayList<>();
    Set<UUID> known = knownQuestions(input);
    List<Asked> asked = new ArrayList<>();
    for (AskedQuestionInput entry : input.askedQuestions()) {
      String[] path = path("askedQuestions", asked.size(), "questionId");
      UUID question = question(entry.questionId(), known, errors, path);
      asked.add(new Asked(question, entry.text(), entry.rating(), entry.notes()));
    }
    List<Gap> gaps = new ArrayList<>();
    for (InterviewGapInput entry : input.gaps()) {
      UUID question =
          question(entry.questionId(), known, errors, path("gaps", gaps.size(), "questionId"));
      String criterion =
          entry.criterionId() == null ? null : criteria.slug(entry.criterionId()).orElse(null);
      if (entry.criterionId() != null && criterion == null) {
        String[] path = path("gaps", gaps.size(), "criterionId");
        errors.add(UserError.of(UserErrorCode.NOT_FOUND, "There is no such criterion", path));
      }
      gaps.add(new Gap(question, criterion, entry.note()));
    }
    Debrief debrief = new Debrief(input.notes(), asked, gaps);
    if (errors.isEmpty()) {
      errors = debrief.errors();
    }
    if (!errors.isEmpty()) {
      throw new UserErrorException(errors);
    }
    return debrief;
  }

  /** The questions of an input that are or were published. */
  private Set<UUID> knownQuestions(SaveInterviewDebriefInput input) {
    Set<UUID> named =
        Stream.concat(
                input.askedQuestions().stream().map(AskedQuestionInput::questionId),
                input.gaps().stream().map(InterviewGapInput::questionId))
            .flatMap(id -> id == null ? Stream.empty() : QuestionService.key(id).stream())
            .collect(Collectors.toSet());
    return named.isEmpty() ? Set.of() : questions.everPublished(named, null).keySet();
  }

  private static UUID question(String id, Set<UUID> known, List<UserError> errors, String... path) {
    if (id == null) {
      return null;
    }
    Optional<UUID> key = QuestionService.key(id).filter(known::contains);
    if (key.isEmpty()) {
      errors.add(UserError.of(UserErrorCode.NOT_FOUND, "There is no such question", path));
    }
    return key.orElse(null);
  }

  private static String[] path(String list, int index, String field) {
    return new String[] {"input", list, Integer.toString(index), field};
  }

  /** The debriefs of the user's interviews, by interview. */
  Map<UUID, InterviewDebrief> debriefs(Set<UUID> of, String locale) {
    return transactions.read(() -> repository.debriefs(of)).orElse(Map.of()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, saved -> show(saved.getValue(), locale)));
  }

  private static InterviewDebrief show(DebriefRepository.Saved saved, String locale) {
    Debrief debrief = saved.debrief();
    return new InterviewDebrief(
        debrief.asked().stream()
            .map(q -> new AskedQuestion(q.text(), q.rating(), q.notes(), q.questionId(), locale))
            .toList(),
        debrief.gaps().stream()
            .map(g -> new InterviewGap(g.note(), g.questionId(), g.criterion(), locale))
            .toList(),
        debrief.notes(),
        saved.savedAt());
  }
}
