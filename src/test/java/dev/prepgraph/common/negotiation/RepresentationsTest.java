package dev.prepgraph.common.negotiation;

import static dev.prepgraph.common.negotiation.ContentCoding.BROTLI;
import static dev.prepgraph.common.negotiation.ContentCoding.GZIP;
import static dev.prepgraph.common.negotiation.ContentCoding.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogManager;
import org.junit.jupiter.api.Test;

class RepresentationsTest {

  private static final List<ContentCoding> ALL = List.of(BROTLI, GZIP, IDENTITY);
  private static final List<ContentCoding> ONLY_GZIP = List.of(GZIP, IDENTITY);
  private static final Buffer TEXT = Buffer.buffer("A text that is long. ".repeat(100));

  @Test
  void hasTheCodingsThatWereAskedFor() {
    var body = new Representations(TEXT, Effort.QUICK);
    assertThat(body.coding(ALL)).isEqualTo(IDENTITY);
    assertThat(body.lacks(List.of(IDENTITY, GZIP))).isFalse();
    assertThat(body.lacks(ONLY_GZIP)).isTrue();

    body.add(ONLY_GZIP);
    assertThat(body.lacks(ONLY_GZIP)).isFalse();
    assertThat(body.coding(ONLY_GZIP)).isEqualTo(GZIP);
    assertThat(body.lacks(ALL)).isTrue();
    assertThat(body.coding(ALL)).isEqualTo(GZIP);
    assertThat(body.in(BROTLI)).isNull();

    body.add(ALL);
    assertThat(body.coding(ALL)).isEqualTo(BROTLI);
    assertThat(body.in(IDENTITY)).isSameAs(TEXT);
    assertThat(body.weight())
        .isEqualTo(TEXT.length() + body.in(GZIP).length() + body.in(BROTLI).length());
  }

  @Test
  void compressesOnce() {
    var body = new Representations(TEXT, Effort.QUICK);
    body.add(ALL);
    Buffer first = body.in(BROTLI);
    body.add(ALL);
    assertThat(body.in(BROTLI)).isSameAs(first);
  }

  @Test
  void leavesSmallBodiesPlain() {
    var body = new Representations(Buffer.buffer("x".repeat(1_023)), Effort.QUICK);
    body.add(ALL);
    assertThat(body.lacks(ALL)).isFalse();
    assertThat(body.coding(ALL)).isEqualTo(IDENTITY);
    assertThat(new Representations(Buffer.buffer("x".repeat(1_024)), Effort.QUICK).lacks(ALL))
        .isTrue();
  }

  /** The program of a JVM that cannot load the library. */
  static final class WithoutLibrary {

    private WithoutLibrary() {}

    public static void main(String[] args) {
      // The JDK's, which writes at once; Quarkus's would wait for a configuration.
      LogManager.getLogManager();
      List<String> header = List.of("gzip, br");
      var body = new Representations(TEXT, Effort.QUICK);
      List<ContentCoding> before = ContentCoding.accepted(header);
      body.add(before);
      var next = new Representations(TEXT, Effort.QUICK);
      next.add(before);
      List<ContentCoding> after = ContentCoding.accepted(header);
      System.out.println(before + " " + body.coding(before) + " " + after + body.lacks(after));
    }
  }

  @Test
  void compressesByGzipWithoutTheLibrary() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dbrotli4j.library.path=none",
                "-cp",
                System.getProperty("java.class.path"),
                WithoutLibrary.class.getName())
            .redirectErrorStream(true)
            .start();
    List<String> lines;
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      lines = output.lines().toList();
    }
    assertThat(lines)
        .contains("[BROTLI, GZIP, IDENTITY] GZIP [GZIP, IDENTITY]false")
        .filteredOn(line -> line.contains("instead of Brotli"))
        .hasSize(1);
  }
}
