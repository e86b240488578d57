package dev.prepgraph.execution.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.common.Sha256;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentManifestTest {

  private static String hash(String text) {
    return HexFormat.of().formatHex(Sha256.of(text));
  }

  @Test
  void findsAllDocumentsByIdAndByDigest() {
    DocumentManifest manifest = new DocumentManifest();
    manifest.set(Map.of("own", "{ own }", "both", "{ first }"));
    manifest.add(Map.of("added", "{ added }", "both", "{ second }"));

    assertThat(manifest.find("own")).isEqualTo("{ own }");
    assertThat(manifest.find("both")).isEqualTo("{ first }");
    assertThat(manifest.find("added")).isEqualTo("{ added }");
    assertThat(manifest.find(hash("{ own }"))).isEqualTo("{ own }");
    assertThat(manifest.find(hash("{ added }"))).isEqualTo("{ added }");
    assertThat(manifest.contains("{ added }")).isTrue();
    assertThat(manifest.contains("{ other }")).isFalse();
  }
}
