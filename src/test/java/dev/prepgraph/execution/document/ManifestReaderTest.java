package dev.prepgraph.execution.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prepgraph.execution.DocumentCache;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ManifestReaderTest {

  private static final String APOLLO =
      "{'format':'apollo-persisted-query-manifest','version':1,'operations':[%s]}";
  private static final String OPERATION = "{'id':'%s','name':'A','type':'query','body':'%s'}";

  @Inject DocumentCache cache;
  @TempDir Path folder;

  private Map<String, String> read(String... manifests) throws IOException {
    List<Path> files =
        IntStream.range(0, manifests.length).mapToObj(i -> folder.resolve(i + ".json")).toList();
    for (int i = 0; i < manifests.length; i++) {
      Files.writeString(files.get(i), manifests[i].replace('\'', '"'));
    }
    return new ManifestReader(cache::prepare).read(files);
  }

  private static String apollo(String... operations) {
    return APOLLO.formatted(String.join(",", operations));
  }

  private void isMistake(String message, String... manifests) {
    assertThatThrownBy(() -> read(manifests))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("prepgraph.documents.manifest: " + folder)
        .hasMessageEndingWith(message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void readsBothFormats() throws IOException {
    String one = "query A { catalogue { revision } }";
    String two = "{ __typename }";
    assertThat(
            read(
                apollo(OPERATION.formatted("a", one), OPERATION.formatted("b", two)),
                "{'c':'" + two + "','a':'" + one + "'}",
                "{}",
                apollo()))
        .isEqualTo(Map.of("a", one, "b", two, "c", two));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':'{ nothing }'} | document a: Validation error (FieldUndefined@[nothing]) : Field 'nothing' in type 'Query' is undefined",
        "{'a':'{ broken'} | document a: Syntax error at line 1, column 9: found the end of the document, expected '}'",
        "{'a':1} | document a: expected the text of a document",
        "{'':'{ __typename }'} | a document has no id",
        "[] | expected a JSON object",
        "1 | expected a JSON object",
        "{'format':'other','version':1,'operations':[]} | expected the format apollo-persisted-query-manifest, version 1",
        "{'format':'apollo-persisted-query-manifest','version':2,'operations':[]} | expected the format apollo-persisted-query-manifest, version 1"
      })
  void reportsMistakesInOneLine(String manifest, String message) {
    isMistake(message.strip(), manifest);
  }

  @Test
  void reportsRepeatedIds() {
    String operation = OPERATION.formatted("a", "{ __typename }");
    isMistake("document a (A): the id is not unique", apollo(operation, operation));
    isMistake(
        "document a: another manifest has a different document of this id",
        apollo(operation),
        "{'a':'{ __typename } '}");
  }

  @Test
  void reportsFilesThatAreNoJson() {
    for (String broken : List.of("{", "", "{'a':'{ __typename }'} x", "{'a':'x','a':'x'}")) {
      assertThatThrownBy(() -> read(broken))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith("prepgraph.documents.manifest: " + folder);
    }
    assertThatThrownBy(
            () -> new ManifestReader(cache::prepare).read(List.of(folder.resolve("missing"))))
        .hasMessageContaining("missing: cannot be read");
  }

  @Test
  void checksTheLimitsOfDocuments() {
    isMistake(
        "document a: The document is too long", "{'a':'{ __typename " + "#".repeat(20_000) + "'}");
  }
}
