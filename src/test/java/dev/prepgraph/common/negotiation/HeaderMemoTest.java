package dev.prepgraph.common.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderMemoTest {

  private final List<List<String>> parsed = new ArrayList<>();

  private final HeaderMemo<String> memo =
      new HeaderMemo<>(
          lines -> {
            parsed.add(lines);
            return "meaning of " + lines;
          });

  @Test
  void parsesAValueOnce() {
    for (int i = 0; i < 2; i++) {
      assertThat(memo.get(List.of())).isEqualTo("meaning of []");
      assertThat(memo.get(List.of("a"))).isEqualTo("meaning of [a]");
      assertThat(memo.get(List.of("b"))).isEqualTo("meaning of [b]");
    }
    assertThat(parsed).containsExactly(List.of(), List.of("a"), List.of("b"));
  }

  @Test
  void parsesSeveralLinesEachTime() {
    for (int i = 0; i < 2; i++) {
      assertThat(memo.get(List.of("a", "b"))).isEqualTo("meaning of [a, b]");
    }
    assertThat(parsed).containsExactly(List.of(), List.of("a", "b"), List.of("a", "b"));
    assertThat(memo.size()).isZero();
  }

  /** Those of other clients stay: a single one must not make the service parse all of theirs. */
  @ParameterizedTest
  @CsvSource({"10, 2000, 920", "10000, 200, 10"})
  void isBoundedHoweverManyAndLongTheValuesAre(int length, int values, int remembered) {
    for (int i = 0; i < values; i++) {
      memo.get(List.of(("%0" + length + "d").formatted(i)));
      memo.get(List.of("frequent"));
      assertThat(memo.size()).isLessThanOrEqualTo(remembered);
    }
    assertThat(parsed.stream().filter(List.of("frequent")::equals)).hasSize(1);
  }
}
