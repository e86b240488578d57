package dev.prepgraph.richtext;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prepgraph.common.ContentVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RichTextApiTest {

  /** Caches everything. */
  private static final class Content implements ContentVersion {

    private final Map<Object, String> texts = new HashMap<>();

    @Override
    public Current current() {
      return new Current("1", List.of("en"));
    }

    @Override
    public String cached(Object key, Supplier<String> computation) {
      return texts.computeIfAbsent(key, missing -> computation.get());
    }
  }

  private final Content content = new Content();
  private final RichTextApi api = new RichTextApi(content);

  @Test
  void cachesTextsOfTheCatalogueByFormAndLevel() {
    RichText text = RichText.of("# A *b* c", "en");
    for (int i = 0; i < 2; i++) {
      assertThat(api.html(text, null)).isEqualTo("<h2>A <em>b</em> c</h2>\n");
      assertThat(api.html(text, 3)).isEqualTo("<h3>A <em>b</em> c</h3>\n");
      assertThat(api.plain(text, null)).isEqualTo("A b c");
      assertThat(api.plain(text, 4)).isEqualTo("A b…");
      assertThat(api.html(RichText.of("# A *b* c", "de"), 2)).isEqualTo(api.html(text, 2));
    }
    assertThat(content.texts).hasSize(3);
  }

  @Test
  void cachesNoTextsOfUsers() {
    assertThat(api.html(RichText.ofUser("*a*"), null)).isEqualTo("<p><em>a</em></p>\n");
    assertThat(api.plain(RichText.ofUser("*a*"), null)).isEqualTo("a");
    assertThat(content.texts).isEmpty();
  }
}
