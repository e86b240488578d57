package dev.prepgraph.interview;

import dev.prepgraph.account.Account;
import dev.prepgraph.plan.GapSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * Tells plans what users noted as gaps after interviews, and which questions they answered poorly.
 */
@ApplicationScoped
class InterviewGaps implements GapSource {

  private final DebriefRepository repository;

  InterviewGaps(DebriefRepository repository) {
    this.repository = repository;
  }

  @Override
  public Gaps gaps(StatelessSession session, Account account) {
    Set<UUID> questions = new HashSet<>();
    Set<String> criteria = new HashSet<>();
    for (StoredDebrief.Gap gap : repository.gaps(session, account)) {
      if (gap.question() == null) {
        criteria.add(gap.criterion());
      } else {
        questions.add(gap.question());
      }
    }
    return new Gaps(questions, criteria);
  }
}
