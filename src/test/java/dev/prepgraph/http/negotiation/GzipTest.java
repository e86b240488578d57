package dev.prepgraph.http.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZIP",
        "x-gzip",
        "*",
        "br, gzip",
        "deflate, gzip;q=0.5, *;q=0",
        "gzip;q=0.5, identity;q=0.5",
        "identity;q=0, *"
      })
  void isAccepted(String header) {
    assertThat(Gzip.isAccepted(List.of(header))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "br",
        "identity",
        "identity;q=0",
        "gzip;q=0",
        "gzip; q=0.000, *",
        "*;q=0",
        "gzip;q=0.4, identity;q=0.5",
        "gzippo"
      })
  void isNotAccepted(String header) {
    assertThat(Gzip.isAccepted(List.of(header))).isFalse();
  }

  @Test
  void readsAllLinesOfTheHeader() {
    assertThat(Gzip.isAccepted(List.of("br", "gzip"))).isTrue();
    assertThat(Gzip.isAccepted(List.of())).isFalse();
  }
}
