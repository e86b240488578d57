package dev.prepgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The files of docker/ are well-formed and as the README describes them. */
public class DeploymentFilesTest {

  private static final Path DOCKER = Path.of("docker");
  private static final Pattern PINNED = Pattern.compile("[\\w./-]+:[\\w.-]*[0-9]+[.][\\w.-]*");

  private static List<String> instructions(String file) throws IOException {
    String text = Files.readString(DOCKER.resolve(file));
    return text.replaceAll("(?m)^#.*\n", "").replaceAll("\\\\\n\\s*", "").lines().toList();
  }

  private static Stream<String> arguments(String file, String instruction) throws IOException {
    return instructions(file).stream()
        .filter(line -> line.startsWith(instruction + " "))
        .map(line -> line.substring(instruction.length() + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
  void imagesArePinnedAndRunAsNobodyWithAHealthCheck(String file) throws IOException {
    assertThat(arguments(file, "FROM"))
        .isNotEmpty()
        .allMatch(from -> PINNED.matcher(from.split(" ")[0]).matches());
    assertThat(arguments(file, "USER")).containsExactly("10001");
    assertThat(arguments(file, "HEALTHCHECK")).singleElement().asString().contains("\"health\"");
    assertThat(arguments(file, "ENTRYPOINT")).singleElement().asString().startsWith("[\"");
  }

  @Test
  void jvmsStartWithTheOptionsThatTheirCacheWasTrainedWith() throws IOException {
    for (String instruction : List.of("HEALTHCHECK", "ENTRYPOINT")) {
      assertThat(arguments("Dockerfile.jvm", instruction))
          .singleElement()
          .asString()
          .contains("[\"java\", \"@/app/jvm.options\", ");
    }
    assertThat(arguments("Dockerfile.jvm", "COPY"))
        .contains("--chown=0:0 docker/jvm.options /app/");
    assertThat(Files.readAllLines(Path.of(".dockerignore"))).contains("!docker/jvm.options");
    assertThat(Files.readAllLines(DOCKER.resolve("train-aot")))
        .filteredOn(line -> line.startsWith("\"$java\""))
        .hasSize(2)
        .allMatch(line -> line.startsWith("\"$java\" \"@$here/docker/jvm.options\" "));
    assertThat(Files.readAllLines(DOCKER.resolve("jvm.options")))
        .contains("-XX:+UseParallelGC", "-XX:CICompilerCount=4");
  }

  @Test
  void servicesExitOnOutOfMemory() throws IOException {
    assertThat(Files.readAllLines(DOCKER.resolve("jvm.options")))
        .contains("-XX:+ExitOnOutOfMemoryError");
    // A native executable has it built in.
    assertThat(Files.readString(Path.of("src", "main", "resources", "application.properties")))
        .containsPattern(
            "(?m)^quarkus.native.additional-build-args=.*-R:[+]ExitOnOutOfMemoryError");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
  void dockerignoreAllowsCopiedFiles(String file) throws IOException {
    List<String> letThrough =
        Files.readAllLines(Path.of(".dockerignore")).stream()
            .filter(line -> line.startsWith("!"))
            .map(line -> line.substring(1))
            .toList();
    List<String> copied =
        arguments(file, "COPY")
            .filter(copy -> !copy.contains("--from="))
            .map(copy -> copy.replaceAll("--\\S+ ", "").replaceAll(" \\S+$", ""))
            .flatMap(sources -> Stream.of(sources.split(" ")))
            .toList();
    assertThat(copied)
        .isNotEmpty()
        .allMatch(
            source ->
                letThrough.stream()
                    .anyMatch(pattern -> matches(pattern, source.replaceFirst("/$", "/x"))));
    assertThat(copied)
        .filteredOn(source -> !source.startsWith("target/"))
        .allMatch(source -> Files.exists(Path.of(source)));
  }

  private static boolean matches(String pattern, String file) {
    return file.matches(pattern.replace(".", "\\.").replace("*", "[^/]*"));
  }

  @SuppressWarnings("unchecked") // a mapping of mappings
  private static Map<String, Map<String, Object>> services() throws IOException {
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    var compose =
        (Map<String, Object>)
            new Load(settings).loadFromString(Files.readString(DOCKER.resolve("compose.yml")));
    return (Map<String, Map<String, Object>>) compose.get("services");
  }

  @Test
  void composeRunsTheServiceWithoutRightsOnPinnedImages() throws IOException {
    var services = services();
    assertThat(services)
        .containsOnlyKeys("postgres", "keycloak", "migrate", "prepgraph", "pgbouncer");
    for (String name : List.of("migrate", "prepgraph")) {
      assertThat(services.get(name))
          .containsEntry("read_only", true)
          .containsEntry("user", "10001")
          .containsEntry("cap_drop", List.of("ALL"))
          .containsEntry("security_opt", List.of("no-new-privileges:true"));
    }
    assertThat(services.get("pgbouncer")).containsEntry("profiles", List.of("pgbouncer"));
    for (String name : List.of("postgres", "keycloak", "pgbouncer")) {
      assertThat((String) services.get(name).get("image")).matches(PINNED);
    }
  }

  @Test
  void composeMountsExistingFiles() throws IOException {
    List<String> mounted =
        services().values().stream()
            .flatMap(service -> ((List<?>) service.getOrDefault("volumes", List.of())).stream())
            .map(volume -> volume.toString().split(":")[0])
            .filter(source -> source.startsWith("."))
            .toList();
    assertThat(mounted).hasSize(2).allMatch(source -> Files.exists(DOCKER.resolve(source)));
  }

  /** The metrics that the dashboard shows. */
  public static List<String> dashboardMetrics() throws IOException {
    return Pattern.compile("\\b(?:http|graphql|cache|agroal|jvm)_[a-z_]+")
        .matcher(Files.readString(DOCKER.resolve("grafana/prepgraph.json")))
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
  }
}
