package dev.prepgraph.common.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentCodingTest {

  private record Range(String name, int hundredths) {

    private String text() {
      return "%s;q=%.2f".formatted(name, hundredths / 100.0);
    }
  }

  private static String accepted(String... lines) {
    return String.join(
        " ", ContentCoding.accepted(List.of(lines)).stream().map(ContentCoding::header).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "gzip, deflate, br, zstd | br gzip identity", // Chrome, Firefox
        "gzip, deflate, br | br gzip identity", // Safari
        "gzip | gzip identity",
        "GZIP | gzip identity",
        "x-gzip | gzip identity",
        "br | br identity",
        "BR;Q=0.1 | br identity",
        "gzip;q=1.0, br;q=0.9 | gzip br identity",
        "br;q=0.5, gzip;q=0.5 | br gzip identity",
        "br;q=0, gzip | gzip identity",
        "br;q=0.000, * | gzip identity",
        "* | br gzip identity",
        "gzip, *;q=0.5 | gzip br identity",
        "deflate, gzip;q=0.5, *;q=0 | gzip identity",
        "identity;q=0, * | br gzip identity",
        "gzip;q=0.5, identity;q=0.5 | gzip identity",
        "gzip;q=0.4, identity;q=0.5 | identity gzip",
        "br;q=0.2, gzip;q=0.4, identity;q=0.3 | gzip identity br",
        "gzip;q=0 | identity",
        "gzip; q=0.000, br; q=0 | identity",
        "*;q=0 | identity",
        "identity;q=0 | identity",
        "identity | identity",
        "gzippo, brr, deflate, zstd | identity",
        "'' | identity",
      })
  void ordersWhatTheClientAccepts(String header, String expected) {
    assertThat(accepted(header)).isEqualTo(expected);
  }

  @Test
  void readsAllLinesOfTheHeader() {
    assertThat(accepted("deflate", "gzip", "br;q=0.1")).isEqualTo("gzip br identity");
    assertThat(accepted()).isEqualTo("identity");
  }

  @Provide
  Arbitrary<List<Range>> ranges() {
    return Combinators.combine(
            Arbitraries.of("br", "gzip", "identity", "*", "deflate"),
            Arbitraries.integers().between(0, 100))
        .as(Range::new)
        .list()
        .uniqueElements(Range::name)
        .ofMaxSize(5);
  }

  private static int weight(List<Range> ranges, String name) {
    return Stream.of(name, "*")
        .flatMap(each -> ranges.stream().filter(range -> range.name().equals(each)))
        .findFirst()
        .map(Range::hundredths)
        .orElse(0);
  }

  @Property
  void isInTheOrderOfWeights(@ForAll("ranges") List<Range> ranges) {
    List<ContentCoding> accepted =
        ContentCoding.accepted(ranges.stream().map(Range::text).toList());
    List<Integer> weights =
        accepted.stream().map(coding -> weight(ranges, coding.header())).toList();

    assertThat(weights).isSortedAccordingTo((a, b) -> b - a);
    assertThat(accepted).doesNotHaveDuplicates().contains(ContentCoding.IDENTITY);
    Set.of(ContentCoding.BROTLI, ContentCoding.GZIP)
        .forEach(
            coding ->
                assertThat(accepted.contains(coding))
                    .isEqualTo(weight(ranges, coding.header()) > 0));
    assertThat(Arrays.asList(ContentCoding.values()))
        .as("Of equal weights, the smaller first")
        .containsSubsequence(
            accepted.stream()
                .filter(coding -> weight(ranges, coding.header()) == weights.get(0))
                .toList());
  }
}
