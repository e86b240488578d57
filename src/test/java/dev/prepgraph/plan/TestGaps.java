package dev.prepgraph.plan;

import dev.prepgraph.account.Account;
import dev.prepgraph.catalogue.QuestionService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** Says that everybody lacks what a test tells it. */
@ApplicationScoped
class TestGaps implements GapSource {

  private static volatile Gaps gaps = new Gaps(Set.of(), Set.of());

  static void set(Set<String> questionIds, Set<String> criteria) {
    gaps =
        new Gaps(
            questionIds.stream()
                .map(id -> QuestionService.key(id).orElseThrow())
                .collect(Collectors.toSet()),
            criteria);
  }

  @Override
  public Gaps gaps(StatelessSession session, Account account) {
    return gaps;
  }
}
