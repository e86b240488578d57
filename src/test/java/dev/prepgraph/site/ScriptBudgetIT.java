package dev.prepgraph.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The scripts of the site as the package has them. */
class ScriptBudgetIT {

  /** The jar with the bundles. */
  private static final Path JAR = Path.of("target/quarkus-app/quarkus/generated-bytecode.jar");

  private static final int MAX_SCRIPT_BYTES = 60_000;

  @Test
  void theScriptsStayWithinTheirBudget() throws IOException {
    assumeThat(System.getProperty("prepgraph.runner", "")).as("The native executable").isEmpty();
    Map<String, Integer> sizes = new TreeMap<>();
    try (ZipFile jar = new ZipFile(JAR.toFile())) {
      for (ZipEntry file : jar.stream().filter(ScriptBudgetIT::isBundled).toList()) {
        assertThat(file.getName()).as("A script or a style").matches(".*\\.(js|css)");
        if (file.getName().endsWith(".js")) {
          try (InputStream script = jar.getInputStream(file)) {
            sizes.put(file.getName(), compressed(script));
          }
        }
      }
    }

    assertThat(sizes).isNotEmpty();
    assertThat(sizes.values().stream().mapToInt(Integer::intValue).sum())
        .as("Bytes of all scripts of the site, each compressed by gzip: %s", sizes)
        .isLessThan(MAX_SCRIPT_BYTES);
  }

  private static boolean isBundled(ZipEntry entry) {
    return !entry.isDirectory() && entry.getName().startsWith("META-INF/resources/static/bundle/");
  }

  private static int compressed(InputStream script) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      script.transferTo(gzip);
    }
    return bytes.size();
  }
}
