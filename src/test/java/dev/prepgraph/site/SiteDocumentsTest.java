package dev.prepgraph.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prepgraph.common.Resources;
import dev.prepgraph.common.Sha256;
import dev.prepgraph.execution.DocumentCache;
import graphql.language.AstPrinter;
import graphql.language.AstSorter;
import graphql.parser.Parser;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents that {@link SiteDocuments} trusts without a check at the start. */
@QuarkusTest
class SiteDocumentsTest {

  private static final Path SITE = Path.of("src", "main", "resources", "web", "app");

  @Inject DocumentCache cache;
  @Inject ObjectMapper json;

  private Map<String, String> documents() throws IOException {
    return json.readValue(
        Resources.text("/site/documents.json"), new TypeReference<Map<String, String>>() {});
  }

  /** Their cost depends on variables; the pages meet that limit in their tests. */
  @Test
  void areValidAndWithinTheLimits() throws IOException {
    for (String text : documents().values()) {
      assertThatCode(() -> cache.prepare(text)).as(text).doesNotThrowAnyException();
    }
  }

  @Test
  void areNamedByTheirDigests() throws IOException {
    documents()
        .forEach(
            (id, text) ->
                assertThat(id).isEqualTo("sha256:" + HexFormat.of().formatHex(Sha256.of(text))));
  }

  /** Run {@code src/clients/site/generate} after a change of an operation. */
  @Test
  void areThoseOfTheSite() throws IOException {
    Set<String> written = new HashSet<>();
    try (Stream<Path> files = Files.walk(SITE)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".graphql")).toList()) {
        definitions(Files.readString(file)).forEach(written::add);
      }
    }

    assertThat(
            documents().values().stream()
                .flatMap(SiteDocumentsTest::definitions)
                .collect(Collectors.toSet()))
        .isEqualTo(written);
  }

  /** Operations and fragments, without their layout and order. */
  private static Stream<String> definitions(String document) {
    return new AstSorter()
        .sort(Parser.parse(document)).getDefinitions().stream().map(AstPrinter::printAstCompact);
  }
}
