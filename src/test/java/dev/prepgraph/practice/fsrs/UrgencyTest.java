package dev.prepgraph.practice.fsrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.prepgraph.practice.fsrs.Fsrs.Memory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class UrgencyTest {

  private final Fsrs fsrs = new Fsrs();
  private final Urgency urgency = new Urgency(fsrs);

  @Property
  void isWhatWasForgottenWithoutAnInterview(
      @ForAll("memories") Memory memory, @ForAll @DoubleRange(max = 1000) double since) {
    assertThat(urgency.of(memory, since, 0))
        .isCloseTo(1 - fsrs.retrievability(memory, since), within(1e-9));
    assertThat(urgency.of(null, 0, 0)).isEqualTo(1);
  }

  @Property
  void isAGainOfProbability(
      @ForAll("memories") Memory memory,
      @ForAll @DoubleRange(max = 1000) double since,
      @ForAll @DoubleRange(max = 1000) double until) {
    assertThat(urgency.of(memory, since, until)).isBetween(-1.0, 1.0);
    assertThat(urgency.of(null, 0, until)).isBetween(0.0, 1.0);
  }

  @Property
  void isLeastRightAfterAPractice(
      @ForAll("memories") Memory memory, @ForAll @DoubleRange(min = 1, max = 100) double since) {
    assertThat(urgency.of(memory, 0, 0)).isLessThan(urgency.of(memory, since, 0));
  }

  @Provide
  Arbitrary<Memory> memories() {
    return Combinators.combine(
            Arbitraries.doubles().ofScale(3).between(0.001, 1000),
            Arbitraries.doubles().between(1, 10))
        .as(Memory::new);
  }
}
