package dev.prepgraph.common.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
  void parsesSeveralLinesAndLongValuesEachTime() {
    String text = "x".repeat(501);
    for (int i = 0; i < 2; i++) {
      assertThat(memo.get(List.of("a", "b"))).isEqualTo("meaning of [a, b]");
      assertThat(memo.get(List.of(text))).isEqualTo("meaning of [" + text + "]");
    }
    assertThat(parsed).hasSize(5);
    assertThat(memo.size()).isZero();
  }

  @Test
  void isBoundedHoweverManyValuesThereAre() {
    for (int i : IntStream.range(0, 1_000).toArray()) {
      assertThat(memo.get(List.of("value " + i))).isEqualTo("meaning of [value " + i + "]");
      assertThat(memo.size()).isLessThanOrEqualTo(200);
    }
  }
}
