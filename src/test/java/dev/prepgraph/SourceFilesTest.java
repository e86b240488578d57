package dev.prepgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules about the source files. */
class SourceFilesTest {

  private static final Path ROOT = Path.of("src/main/java");
  private static final int MAX_FILES = 20;
  private static final int MAX_LINES = 300;

  /** Rows are records, or are read by the names of their columns. */
  private static final Pattern POSITIONAL =
      Pattern.compile("Object\\[\\](>| row|\\.class)|\\brow\\[\\d|\\brow\\.get\\(\\d");

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static List<Path> offending(Predicate<String> rule) throws IOException {
    return files().stream().filter(file -> rule.test(read(file))).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void readNoRowByPosition() throws IOException {
    assertThat(offending(source -> POSITIONAL.matcher(source).find())).isEmpty();
  }

  @Test
  void areFewInEachPackage() throws IOException {
    Map<Path, Long> sizes =
        files().stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
    assertThat(sizes).allSatisfy((name, size) -> assertThat(size).isLessThanOrEqualTo(MAX_FILES));
  }

  @Test
  void areShort() throws IOException {
    assertThat(offending(source -> source.lines().count() > MAX_LINES)).isEmpty();
  }
}
