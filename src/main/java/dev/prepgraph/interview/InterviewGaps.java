package dev.prepgraph.interview;

import dev.prepgraph.interview.DebriefRepository.Weakness;
import dev.prepgraph.plan.GapSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The gaps and the poorly answered questions of debriefs, which plans prioritize. */
@ApplicationScoped
class InterviewGaps implements GapSource {

  private final DebriefRepository repository;

  InterviewGaps(DebriefRepository repository) {
    this.repository = repository;
  }

  @Override
  public Gaps gaps() {
    List<Weakness> weaknesses = repository.weaknesses();
    return new Gaps(
        values(weaknesses, Weakness::questionId), values(weaknesses, Weakness::criterion));
  }

  private static <T> Set<T> values(List<Weakness> weaknesses, Function<Weakness, T> value) {
    return weaknesses.stream().map(value).filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
