package dev.prepgraph.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The files of the site as the package has them. */
@EnabledIf("dev.prepgraph.Chromium#isInstalled")
class SiteFilesIT {

  @RegisterExtension static final SitePages SITE = new SitePages();

  /** Where packaging keeps what it has bundled. */
  private static final Path JAR = Path.of("target/quarkus-app/quarkus/generated-bytecode.jar");

  private static final int MAX_SCRIPT_BYTES = 60_000;

  private static final Pattern FILE = Pattern.compile("/static/bundle/[^\"]+");

  @Test
  void theScriptsStayWithinTheirBudget() throws IOException {
    assumeThat(JAR).exists();
    Map<String, Integer> sizes = new TreeMap<>();
    try (ZipFile jar = new ZipFile(JAR.toFile())) {
      for (ZipEntry file : jar.stream().filter(SiteFilesIT::isBundled).toList()) {
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

  @Test
  void filesAreKeptForeverBecauseTheirNamesChange() {
    String page = given().accept("text/html").get(SITE.url("/practice")).asString();
    List<String> files = FILE.matcher(page).results().map(MatchResult::group).toList();

    assertThat(files).hasSize(2).allMatch(file -> file.matches(".*-[A-Z0-9]{8}\\.(js|css)"));
    for (String file : files) {
      Response plain = given().header("Accept-Encoding", "identity").get(SITE.url(file));
      plain
          .then()
          .statusCode(200)
          .header("Cache-Control", "public, max-age=31536000, immutable")
          .header("Vary", "Accept-Encoding")
          .header("Content-Encoding", nullValue())
          .contentType(file.endsWith(".js") ? "text/javascript" : "text/css");
      isServedLike(plain, file);
    }
  }

  @Test
  void thePageIsCheckedEachTime() {
    Response plain =
        given().accept("text/html").header("Accept-Encoding", "identity").get(SITE.url("/guides"));

    plain
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-cache")
        .header("Vary", "Accept-Encoding, Accept")
        .contentType("text/html");
    isServedLike(plain, "/guides");
  }

  private static void isServedLike(Response plain, String path) {
    String tag = plain.header("ETag");
    Response gzip = given().header("Accept-Encoding", "gzip").get(SITE.url(path));
    gzip.then().header("Content-Encoding", equalTo("gzip")).header("ETag", equalTo(tag));
    assertThat(gzip.asString()).isEqualTo(plain.asString());
    given()
        .header("If-None-Match", tag)
        .get(SITE.url(path))
        .then()
        .statusCode(304)
        .header("Cache-Control", plain.header("Cache-Control"))
        .body(emptyString());
    given()
        .header("Accept-Encoding", "identity")
        .head(SITE.url(path))
        .then()
        .statusCode(200)
        .header("Content-Length", plain.header("Content-Length"))
        .header("ETag", tag)
        .body(emptyString());
  }

  @Test
  void doesNotServeUnknownFiles() {
    given().get(SITE.url("/static/bundle/none-ABCDEFGH.js")).then().statusCode(404);
    given().get(SITE.url("/web/app/index.ts")).then().statusCode(404);
  }
}
