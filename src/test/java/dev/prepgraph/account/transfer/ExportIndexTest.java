package dev.prepgraph.account.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prepgraph.common.error.UserErrorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportIndexTest {

  private static final int REVISIONS = 466;

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** An export with one answer, of many revisions with the same STAR. */
  private static ExportIndex index(int revisions, String part) throws IOException {
    String star =
        "{\"star\": {\"situation\": \"%1$s\", \"task\": \"%1$s\", \"action\": \"%1$s\", \"result\": \"%1$s\"}}"
            .formatted(part);
    Stream<InputStream> parts =
        Stream.of(
                Stream.of("{\"savedAnswers\": [{\"revisions\": [", star),
                IntStream.range(1, revisions).mapToObj(i -> "," + star),
                Stream.of("]}]}"))
            .flatMap(texts -> texts)
            .map(ExportIndexTest::bytes);
    return ExportIndex.of(
        new SequenceInputStream(Collections.enumeration(parts.toList())),
        Map.of("savedAnswers", 10_000));
  }

  /** The longest texts of several scripts, and the most UTF-16 units in a request of 256 KiB. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "ü", "面", "\\n"})
  void acceptsTheLongestHistoryInAnyScript(String letter) throws IOException {
    assertThat(index(REVISIONS, letter.repeat(20_000)).sections()).containsKey("savedAnswers");
  }

  @Test
  void acceptsTheLongestHistoryOfSurrogatePairs() throws IOException {
    String part = "😀".repeat(15_178) + "x".repeat(4_822);
    assertThat(part.getBytes(StandardCharsets.UTF_8).length * 4).isGreaterThan((256 << 10) - 1_000);

    assertThat(index(REVISIONS, part).sections()).containsKey("savedAnswers");
  }

  @Test
  void rejectsMoreThanFitsIntoMemory() {
    assertThatThrownBy(() -> index(1_000, "面".repeat(20_000)))
        .isInstanceOf(UserErrorException.class)
        .hasMessageContaining("an entry is too large");
  }
}
