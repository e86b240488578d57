package dev.prepgraph.plan;

import dev.prepgraph.catalogue.QuestionService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives all users the gaps that a test sets. */
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
  public Gaps gaps() {
    return gaps;
  }
}
