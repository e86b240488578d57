package dev.prepgraph.interview;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.catalogue.CriterionService;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.common.error.OptimisticLock;
import dev.prepgraph.interview.model.Debrief;
import dev.prepgraph.interview.schema.AskedQuestion;
import dev.prepgraph.interview.schema.Interview;
import dev.prepgraph.interview.schema.InterviewDebrief;
import dev.prepgraph.interview.schema.InterviewGap;
import dev.prepgraph.interview.schema.SaveInterviewDebriefInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rules of debriefs. */
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

  Interview save(SaveInterviewDebriefInput input) {
    transactions.requireCaller();
    Debrief given = DebriefReader.read(input, criteria, questions);
    return interviews.change(
        input.interviewId(),
        interview -> {
          int expected = input.expectedVersion();
          boolean repeated = interview.version != expected && isSaved(interview.id, given);
          OptimisticLock.check(interview.version, expected, repeated, "input", "expectedVersion");
          if (!repeated) {
            interview.nextVersion(transactions.account().now());
            repository.save(interview.id, given, interview.changedAt);
          }
        },
        "input",
        "interviewId");
  }

  private boolean isSaved(UUID interview, Debrief given) {
    DebriefRepository.Saved saved = repository.debriefs(List.of(interview)).get(interview);
    return saved != null && saved.debrief().equals(given);
  }

  Map<UUID, InterviewDebrief> debriefs(Set<UUID> of, String locale) {
    return transactions.read(() -> repository.debriefs(of)).orElse(Map.of()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, saved -> present(saved.getValue(), locale)));
  }

  private static InterviewDebrief present(DebriefRepository.Saved saved, String locale) {
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
