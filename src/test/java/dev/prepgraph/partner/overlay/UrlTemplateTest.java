package dev.prepgraph.partner.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTemplateTest {

  private static final Set<String> KNOWN = Set.of("slug", "title");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "https://jobs.example.com:8443/a/{slug}?q={title}#top",
        "https://example.com?q={slug}",
        "https://xn--bcher-kva.example/a%20b"
      })
  void acceptsHttps(String template) {
    assertThat(UrlTemplate.isValid(template, KNOWN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "//example.com",
        "http://example.com",
        "HTTPS://example.com/",
        "javascript:alert(1)",
        "https://",
        "https:///path",
        "https://user@example.com/",
        "https://user:secret@example.com/",
        "https://{slug}.example.com/",
        "https://example.com{slug}",
        "https://example.com/{other}",
        "https://example.com/{slug",
        "https://example.com/{{slug}}",
        "https://example.com/slug}",
        "https://example.com/{}",
        "https://example.com/a b",
        "https://example.com/\"onclick",
        "https://example.com/<b>",
        "https://example.com/%",
        "https://example.com/ü",
        "https://exämple.com/",
        "https://example.com\\@evil.example/",
        "https://example.com:port/",
        "https://-/",
        " https://example.com/"
      })
  void rejectsOthers(String template) {
    assertThat(UrlTemplate.isValid(template, KNOWN)).isFalse();
  }

  @Test
  void encodesValues() {
    Map<String, String> values = Map.of("slug", "a-b", "title", "C++ & Größe/100% ~*'");

    assertThat(UrlTemplate.url("https://e.example/{slug}?q={title}", values))
        .contains("https://e.example/a-b?q=C%2B%2B%20%26%20Gr%C3%B6%C3%9Fe%2F100%25%20~%2A%27");
    assertThat(UrlTemplate.url("https://e.example/{code}", values)).isEmpty();
    assertThat(UrlTemplate.text("Jobs: {title}", values)).contains("Jobs: C++ & Größe/100% ~*'");
  }

  @Test
  void recognizesItsUrls() {
    var pattern = UrlTemplate.pattern("https://e.example/x.y/{slug}?a=1&b={slug}");

    assertThat(pattern.matcher("https://e.example/x.y/one?a=1&b=one").matches()).isTrue();
    assertThat(pattern.matcher("https://e.example/x.y/one?a=1&b=two").matches()).isFalse();
    assertThat(pattern.matcher("https://e.example/xzy/one?a=1&b=one").matches()).isFalse();
    assertThat(pattern.matcher("https://e.example/x.y/a/b?a=1&b=a/b").matches()).isFalse();
    assertThat(UrlTemplate.host("https://e.example:8443/{slug}")).isEqualTo("e.example:8443");
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS://E.Example:443/A:443/{slug}, https://e.example/A:443/{slug}",
    "https://E.example:8443?q={slug}:443, https://e.example:8443?q={slug}:443",
    "https://E.example:#Top, https://e.example#Top",
    "https://E.example:443, https://e.example",
    "https://e.example:4430/, https://e.example:4430/",
    "Http://E.example:443/, Http://E.example:443/"
  })
  void normalizesSchemeAndHost(String url, String normalized) {
    assertThat(UrlTemplate.normalized(url)).isEqualTo(normalized);
  }
}
