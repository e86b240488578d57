package dev.prepgraph.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Runs or compiles the samples of code in the default pack. The first word of a fence is the
 * language; {@code fragment} marks what cannot stand alone, {@code wrong} what is meant to be
 * wrong.
 */
class SamplesTest {

  /**
   * A fence.
   *
   * @param complete not marked as a fragment or as wrong
   */
  private record Sample(String place, String slug, String language, boolean complete, String code) {

    boolean isChecked() {
      return complete && !UNCHECKED.contains(language);
    }

    /** The tables or classes that the question takes for granted, from a file named after it. */
    String setUp(String suffix) throws IOException {
      try (var in = SamplesTest.class.getResourceAsStream("/samples/" + slug + suffix)) {
        return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  private static final Pattern FENCE =
      Pattern.compile("(?ms)^ *```(\\S*) *(fragment|wrong)? *\\n(.*?)^ *```\\s*$");

  /** Languages that nothing in the build can check. */
  private static final Set<String> UNCHECKED =
      Set.of(
          "css",
          "csharp",
          "dockerfile",
          "excel",
          "hcl",
          "html",
          "http",
          "jsx",
          "kotlin",
          "markdown",
          "powershell",
          "swift",
          "text",
          "typescript");

  private static final String IMPORTS =
      """
      import java.io.*; import java.math.*; import java.net.*; import java.nio.file.*; import java.time.*;
      import java.util.*; import java.util.concurrent.*; import java.util.concurrent.atomic.*;
      import java.util.concurrent.locks.*; import java.util.function.*; import java.util.stream.*;
      """;

  private static EmbeddedPostgres database;
  private static int databases;

  @TempDir static Path folder;

  @BeforeAll
  static void startDatabase() throws IOException {
    database = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    database.close();
  }

  @TestFactory
  Stream<DynamicTest> samplesRun() {
    List<Sample> samples = new ArrayList<>();
    Pack.withDefault(
        pack -> {
          for (String name : pack.files()) {
            YamlFile file = pack.read(name);
            int before = samples.size();
            collect(file, file.root(), "", "", samples);
            assertThat((samples.size() - before) * 2L).as(name).isEqualTo(fences(name));
          }
        });
    assertThat(samples.stream().filter(Sample::isChecked))
        .hasSizeGreaterThan(50)
        .extracting(Sample::language)
        .contains("bash", "java", "javascript", "python", "sql");
    return samples.stream()
        .map(sample -> DynamicTest.dynamicTest(sample.place(), () -> check(sample)));
  }

  /** The lines of a file that begin or end a sample, found without parsing it. */
  private static long fences(String name) {
    try (Stream<String> lines = Files.lines(Path.of("src/main/resources/content").resolve(name))) {
      return lines.filter(line -> line.strip().startsWith("```")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collect(
      YamlFile file, JsonNode node, String path, String slug, List<Sample> samples) {
    if (node.isTextual()) {
      FENCE
          .matcher(node.asText())
          .results()
          .forEach(
              fence -> {
                String place = file.problemAt(path, fence.group(1)).toString();
                boolean complete = fence.group(2) == null;
                samples.add(new Sample(place, slug, fence.group(1), complete, fence.group(3)));
              });
    }
    String nearest = node.path("slug").asText(slug);
    node.properties()
        .forEach(
            entry ->
                collect(file, entry.getValue(), path + "/" + entry.getKey(), nearest, samples));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(file, node.get(i), path + "/" + i, slug, samples);
    }
  }

  private static void check(Sample sample) throws Exception {
    assertThat(sample.language()).as("the fence names its language").isNotEmpty();
    if (!sample.isChecked()) {
      return;
    }
    String code = sample.code();
    switch (sample.language()) {
      case "sql" -> runSql(sample.setUp(".sql") + code);
      case "java" -> compileJava(sample.setUp(".java"), code);
      case "js", "javascript" -> parse(code, ".mjs", "node", "--check");
      case "python" ->
          parse(
              code, ".py", "python3", "-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())");
      case "bash", "sh" -> {
        parse(code, ".sh", "bash", "-n");
        parse(code, ".sh", "shellcheck", "--shell=bash", "--severity=warning");
      }
      case "json" -> new ObjectMapper().readTree(code);
      case "yaml" ->
          new Load(LoadSettings.builder().build()).loadAllFromString(code).forEach(x -> {});
      default -> fail("unknown language " + sample.language());
    }
  }

  /** Runs statements in a database of their own. */
  private static void runSql(String code) throws SQLException {
    String name = "sample_" + databases++;
    try (var connection = database.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    try (var connection = database.getDatabase("postgres", name).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(code);
    }
  }

  /** Compiles code as a file, as members of a class, or as statements. */
  private static void compileJava(String setUp, String code) {
    List<String> forms =
        List.of(
            IMPORTS + code + setUp,
            IMPORTS + "class Sample {\n" + code + "\n}" + setUp,
            IMPORTS + "class Sample { void run() throws Exception {\n" + code + "\n} }" + setUp);
    List<String> errors = forms.stream().map(SamplesTest::javac).toList();
    assertThat(errors).as(code).contains("");
  }

  private static String javac(String source) {
    var errors = new StringWriter();
    var file =
        new SimpleJavaFileObject(URI.create("string:///Sample.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source.replace("public class ", "class ").replace("public record ", "record ");
          }
        };
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                errors,
                null,
                null,
                List.of("-proc:none", "-Xlint:none", "-d", folder.toString()),
                null,
                List.of(file))
            .call();
    return compiled ? "" : errors.toString();
  }

  /** Runs a command over a file with the code; skipped, with a line, where it is not installed. */
  private static void parse(String code, String suffix, String... command)
      throws IOException, InterruptedException {
    assumeTrue(isInstalled(command[0]), command[0] + " is not installed: NOT CHECKED");
    Path file = Files.writeString(Files.createTempFile(folder, "sample", suffix), code);
    List<String> line = new ArrayList<>(List.of(command));
    line.add(file.toString());
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
  }

  private static boolean isInstalled(String command) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(entry -> Files.isExecutable(Path.of(entry, command)));
  }
}
