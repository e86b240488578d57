package dev.prepgraph.site.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the documentation is as the service answers it. Needs bash and curl. */
@QuarkusTest
@EnabledOnOs({OS.LINUX, OS.MAC})
class DocsExamplesTest {

  private static final Path PAGES = Path.of("src", "main", "resources", "site", "docs");

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static void run(String markdown) throws IOException {
    try (ExampleRun run = new ExampleRun()) {
      run.run(Example.in(markdown));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void examplesAreTrue(Path page) throws IOException {
    run(Files.readString(page));
  }

  @Test
  void theFirstQueryOfTheReadmeIsTrue() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String section =
        readme.substring(readme.indexOf("## A first query"), readme.indexOf("## Persisted"));
    assertThat(Example.in(section)).isNotEmpty();
    run(section);
  }

  @Test
  void detectsWhatIsNotTrue() {
    assertUntrue(
        "```graphql\n{ __typename }\n```\n```json response\n{\"data\": {\"__typename\": \"Mutation\"}}\n```");
    assertUntrue("```graphql\n{ __typename }\n```\n");
    assertUntrue("```sh\necho 1\n```\n```text response\n2\n```");
    assertUntrue("```sh\nexit\n```\n```text response\n\n```");
    assertUntrue("```graphql\n{ node(id: \"<the id>\") { id } }\n```\n```json response\n{}\n```");
    assertUntrue("```ruby\nputs 1\n```");
    assertUntrue("```js\nlet a;\n```");
    assertUntrue("```json file=src/clients/package.json\n{\"name\": \"other\"}\n```");
  }

  private static void assertUntrue(String markdown) {
    assertThatThrownBy(() -> run(markdown)).isInstanceOf(AssertionError.class);
  }
}
