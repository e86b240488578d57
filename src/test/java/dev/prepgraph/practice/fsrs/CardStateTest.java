package dev.prepgraph.practice.fsrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.prepgraph.practice.fsrs.Fsrs.Rating;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CardStateTest {

  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private final Fsrs fsrs = new Fsrs();

  @Property
  void followsFromThePractices(
      @ForAll @Size(min = 1, max = 20) List<Rating> ratings,
      @ForAll @IntRange(max = 3000) int hours) {
    List<Practice> history =
        IntStream.range(0, ratings.size())
            .mapToObj(
                i -> new Practice(ratings.get(i), BEGIN.plus(Duration.ofHours((long) i * hours))))
            .toList();

    CardState state = CardState.after(fsrs, history);

    assertThat(state.reps()).isEqualTo(ratings.size());
    assertThat(state.lapses())
        .isEqualTo((int) ratings.stream().skip(1).filter(rating -> rating == Rating.AGAIN).count());
    Practice last = history.get(history.size() - 1);
    assertThat(state.practisedAt()).isEqualTo(last.practisedAt());
    assertThat(state)
        .isEqualTo(
            CardState.after(
                fsrs, CardState.after(fsrs, history.subList(0, history.size() - 1)), last));
    assertThat(state.dueAt(fsrs)).isAfter(state.practisedAt());
    if (state.memory().stability() < Fsrs.MAX_INTERVAL) {
      assertThat(state.recall(fsrs, state.dueAt(fsrs))).isCloseTo(0.9, within(1e-5));
    }
    assertThat(state.recall(fsrs, state.practisedAt())).isEqualTo(1);
  }
}
