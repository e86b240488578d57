package dev.prepgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command prints; {@code PackagedServiceIT} runs it as a process. */
@QuarkusTest
class ImportCommandTest {

  private record Ended(int code, List<String> out, List<String> err) {}

  @TempDir Path folder;
  @Inject Importer importer;
  @Inject Publication publication;

  @BeforeEach
  void writePack() throws IOException {
    Files.createDirectories(folder.resolve("guides"));
    Files.writeString(folder.resolve("taxonomy.yaml"), PackReaderTest.TAXONOMY);
    Files.writeString(folder.resolve("guides/t-guide.yaml"), PackReaderTest.GUIDE);
  }

  private Ended dryRun(Path pack, String... options) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    PrintStream systemOut = System.out;
    PrintStream systemErr = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int code =
          new CommandLine(new ImportCommand(importer, publication))
              .execute(
                  Stream.concat(Stream.of(pack.toString(), "--dry-run"), Stream.of(options))
                      .toArray(String[]::new));
      return new Ended(code, lines(out), lines(err));
    } finally {
      System.setOut(systemOut);
      System.setErr(systemErr);
    }
  }

  private static List<String> lines(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void printsWarningsOnlyWhenAsked() {
    List<String> warnings = Lint.of(Pack.of(folder)).stream().map(PackProblem::toString).toList();
    assertThat(warnings)
        .contains(
            "guides/t-guide.yaml:5: /overview: has 3 words, not 100 to 450",
            "taxonomy.yaml:4: /questionTypes/0/description: has 2 words, not 4 to 60");

    List<String> out = List.of("Would import 3 guides, questions and criteria: 3 new or changed");
    assertThat(dryRun(folder)).isEqualTo(new Ended(0, out, List.of()));
    assertThat(dryRun(folder, "--lint"))
        .isEqualTo(
            new Ended(
                0,
                out,
                Stream.concat(warnings.stream(), Stream.of(warnings.size() + " warnings"))
                    .toList()));
  }

  @Test
  void printsOnlyProblemsOfAnInvalidPack() throws IOException {
    Files.writeString(
        folder.resolve("guides/t-guide.yaml"),
        PackReaderTest.GUIDE.replace("family: t-family", "family: none"));
    assertThat(dryRun(folder, "--lint"))
        .isEqualTo(
            new Ended(
                1,
                List.of(),
                List.of(
                    "guides/t-guide.yaml:3: /family: there is no family with this slug",
                    "1 problems; nothing was imported")));
  }

  @Test
  void readsAGeneratedPack() throws IOException {
    Path large = folder.resolve("large");
    LargePack.write(large, 5, 20);
    assertThat(dryRun(large))
        .isEqualTo(
            new Ended(
                0,
                List.of("Would import 65 guides, questions and criteria: 65 new or changed"),
                List.of()));
  }
}
