package dev.prepgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.common.negotiation.Codings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The files of the site as the package has them. */
@EnabledIf("dev.prepgraph.Chromium#isInstalled")
class SiteFilesIT {

  @RegisterExtension static final SitePages SITE = new SitePages();

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Bytes of the smallest file that is sent compressed. */
  private static final int MIN_COMPRESSED = 1_024;

  private static final Pattern FILE = Pattern.compile("/static/bundle/[^\"]+");

  @Test
  void filesAreImmutableBecauseTheirNamesChange() throws Exception {
    String page = new String(get("/practice", "identity").body(), StandardCharsets.UTF_8);
    List<String> files = FILE.matcher(page).results().map(MatchResult::group).toList();

    assertThat(files).hasSize(2).allMatch(file -> file.matches(".*-[A-Z0-9]{8}\\.(js|css)"));
    for (String file : files) {
      assertThat(header(get(file, "identity"), "Content-Type"))
          .isEqualTo("text/" + (file.endsWith(".js") ? "javascript" : "css") + "; charset=utf-8");
      isServed(file, "public, max-age=31536000, immutable", "Accept-Encoding");
    }
  }

  @Test
  void pagesAreCheckedEachTime() throws Exception {
    isServed("/guides", "no-cache", "Accept-Encoding, Accept");
  }

  private static void isServed(String path, String caching, String vary) throws Exception {
    HttpResponse<byte[]> plain = get(path, "identity");
    String tag = header(plain, "ETag");
    HttpResponse<byte[]> known = send(path, "GET", "identity", "If-None-Match", tag);
    HttpResponse<byte[]> head = send(path, "HEAD", "identity");

    assertThat(List.of(plain, known, head))
        .extracting(HttpResponse::statusCode)
        .containsExactly(200, 304, 200);
    for (HttpResponse<byte[]> response : List.of(plain, known, head)) {
      assertThat(header(response, "Cache-Control")).isEqualTo(caching);
      assertThat(header(response, "Vary")).isEqualTo(vary);
      assertThat(header(response, "ETag")).isEqualTo(tag);
    }
    assertThat(header(plain, "Content-Encoding")).isNull();
    if (plain.body().length >= MIN_COMPRESSED) {
      for (String coding : List.of("gzip", "br")) {
        HttpResponse<byte[]> compressed = get(path, coding);
        assertThat(header(compressed, "Content-Encoding")).isEqualTo(coding);
        assertThat(Codings.decode(coding, compressed.body())).isEqualTo(plain.body());
        assertThat(header(compressed, "Cache-Control")).isEqualTo(caching);
        assertThat(header(compressed, "Vary")).isEqualTo(vary);
        assertThat(header(compressed, "ETag"))
            .isEqualTo(tag.replaceAll("\"$", "-" + coding + "\""));
      }
    }
    assertThat(header(head, "Content-Length")).isEqualTo(String.valueOf(plain.body().length));
  }

  @Test
  void thereAreNoOtherFiles() throws Exception {
    assertThat(get("/static/bundle/none-ABCDEFGH.js", "gzip").statusCode()).isEqualTo(404);
    assertThat(get("/web/app/index.ts", "gzip").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<byte[]> get(String path, String coding) throws Exception {
    return send(path, "GET", coding);
  }

  private static HttpResponse<byte[]> send(
      String path, String method, String coding, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(SITE.url(path)))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("Accept-Encoding", coding);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse(null);
  }
}
