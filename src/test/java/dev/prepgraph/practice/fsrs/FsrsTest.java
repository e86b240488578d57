package dev.prepgraph.practice.fsrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.prepgraph.practice.fsrs.Fsrs.Memory;
import dev.prepgraph.practice.fsrs.Fsrs.Rating;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class FsrsTest {

  private static final double TOLERANCE = 1e-4;

  private final Fsrs fsrs = new Fsrs();

  /** The file is made by src/test/fsrs/generate.mjs with the reference implementation. */
  @Test
  void agreesWithTheReferenceOnGeneratedSequences() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("src", "test", "resources", "fsrs-vectors.csv"));
    SoftAssertions all = new SoftAssertions();
    String sequence = "0";
    Memory memory = null;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      double elapsed = Double.parseDouble(cells[1]);
      if (!cells[0].equals(sequence)) {
        sequence = cells[0];
        memory = null;
      } else {
        all.assertThat(fsrs.retrievability(memory, elapsed))
            .as(line)
            .isCloseTo(Double.parseDouble(cells[3]), within(TOLERANCE));
      }
      memory = fsrs.next(memory, Rating.valueOf(cells[2]), elapsed);
      all.assertThat(memory.stability())
          .as(line)
          .isCloseTo(Double.parseDouble(cells[4]), within(TOLERANCE));
      all.assertThat(memory.difficulty())
          .as(line)
          .isCloseTo(Double.parseDouble(cells[5]), within(TOLERANCE));
      all.assertThat(fsrs.interval(memory, 0.9)).as(line).isEqualTo(Integer.parseInt(cells[6]));
      all.assertThat(fsrs.interval(memory, 0.8)).as(line).isEqualTo(Integer.parseInt(cells[7]));
    }
    all.assertThat(sequence).isEqualTo("600");
    all.assertAll();
  }

  @Test
  void requiresAllWeights() {
    assertThatThrownBy(() -> new Fsrs(1, 2, 3)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void memoriesStayInBounds(
      @ForAll("memories") Memory memory,
      @ForAll Rating rating,
      @ForAll @DoubleRange(max = 40_000) double elapsed) {
    Memory next = fsrs.next(memory, rating, elapsed);

    assertThat(next.stability()).isPositive().isLessThanOrEqualTo(Fsrs.MAX_INTERVAL);
    assertThat(next.difficulty()).isBetween(1.0, 10.0);
  }

  @Property
  void recallIsAProbabilityThatFalls(
      @ForAll("memories") Memory memory,
      @ForAll @DoubleRange(max = 40_000) double elapsed,
      @ForAll @DoubleRange(max = 1000) double later) {
    double now = fsrs.retrievability(memory, elapsed);

    assertThat(now).isGreaterThan(0).isLessThanOrEqualTo(1);
    assertThat(fsrs.retrievability(memory, elapsed + later)).isLessThanOrEqualTo(now);
    assertThat(fsrs.retrievability(memory, 0)).isEqualTo(1);
    assertThat(fsrs.retrievability(memory, memory.stability())).isCloseTo(0.9, within(1e-8));
  }

  @Property
  void aBetterRatingLeavesAtLeastAsMuch(
      @ForAll("memories") Memory memory,
      @ForAll @DoubleRange(max = 40_000) double elapsed,
      @ForAll Rating one,
      @ForAll Rating other) {
    Rating worse = one.compareTo(other) < 0 ? one : other;
    Rating better = worse == one ? other : one;

    assertThat(fsrs.next(memory, better, elapsed).stability())
        .isGreaterThanOrEqualTo(fsrs.next(memory, worse, elapsed).stability());
    assertThat(fsrs.next(memory, better, elapsed).difficulty())
        .isLessThanOrEqualTo(fsrs.next(memory, worse, elapsed).difficulty());
    assertThat(fsrs.next(null, better, 0).stability())
        .isGreaterThanOrEqualTo(fsrs.next(null, worse, 0).stability());
  }

  @Property
  void whatIsRecalledLastsAtLeastAsLongAndWhatIsForgottenNoLonger(
      @ForAll("memories") Memory memory, @ForAll @DoubleRange(max = 40_000) double elapsed) {
    assertThat(fsrs.next(memory, Rating.HARD, elapsed).stability())
        .isGreaterThanOrEqualTo(memory.stability());
    assertThat(fsrs.next(memory, Rating.AGAIN, elapsed).stability())
        .isLessThanOrEqualTo(memory.stability());
  }

  @Property
  void whoeverWantsToRememberMorePractisesSooner(
      @ForAll("memories") Memory memory,
      @ForAll @DoubleRange(min = 0.5, max = 0.99) double retention,
      @ForAll @DoubleRange(max = 0.009) @Scale(4) double more) {
    int interval = fsrs.interval(memory, retention);

    assertThat(interval).isBetween(1, Fsrs.MAX_INTERVAL);
    assertThat(fsrs.interval(memory, retention + more)).isLessThanOrEqualTo(interval);
  }

  @Provide
  Arbitrary<Memory> memories() {
    return Combinators.combine(
            Arbitraries.doubles().ofScale(3).between(0.001, Fsrs.MAX_INTERVAL),
            Arbitraries.doubles().between(1, 10))
        .as(Memory::new);
  }
}
