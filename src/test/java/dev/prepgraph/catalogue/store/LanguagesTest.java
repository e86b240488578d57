package dev.prepgraph.catalogue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.richtext.RichText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguagesTest {

  private static final List<String> PUBLISHED = List.of("en", "de", "de-AT", "fr");

  @Test
  void triesTheRegionThenTheLanguage() {
    assertThat(Languages.of("de-AT", PUBLISHED).preferred()).containsExactly("de-AT", "de");
    assertThat(Languages.of("DE-at-1996", PUBLISHED).preferred()).containsExactly("de-AT", "de");
    assertThat(Languages.of("de-CH", PUBLISHED).preferred()).containsExactly("de");
  }

  @Test
  void fallsBackToTheUntranslatedText() {
    for (String wanted : new String[] {null, "en", "en-GB", "ja", "fil"}) {
      Languages languages = Languages.of(wanted, PUBLISHED);
      assertThat(languages.preferred()).isEmpty();
      assertThat(languages.best()).isEqualTo("en");
      assertThat(languages.resolve(Map.of("de", Map.of("x", "y")), "x")).isEqualTo("en");
    }
  }

  @Test
  void fallsBackFieldByField() {
    Languages languages = Languages.of("de-AT", PUBLISHED);
    Map<String, Map<String, String>> translations =
        Map.of(
            "de-AT",
            Map.of("title", "Jänner"),
            "de",
            Map.of("title", "Januar", "overview", "Monat"));

    assertThat(languages.text(translations, "title", "January")).isEqualTo("Jänner");
    assertThat(languages.text(translations, "overview", "Month")).isEqualTo("Monat");
    assertThat(languages.text(translations, "other", "Other")).isEqualTo("Other");
    assertThat(languages.text(null, "title", "January")).isEqualTo("January");
    assertThat(languages.resolve(translations, "title")).isEqualTo("de-AT");
    assertThat(languages.rich(translations, "overview", "Month"))
        .isEqualTo(new RichText("Monat", "de"));
    assertThat(languages.resolve(translations, "other")).isEqualTo("en");
    assertThat(languages.rich(translations, "other", null)).isNull();
  }

  @Test
  void rejectsInvalidLanguageTags() {
    for (String wanted : new String[] {"", " ", "d", "de_AT", "de-", "x".repeat(9), "de'--"}) {
      assertThatThrownBy(() -> Languages.of(wanted, PUBLISHED))
          .isInstanceOf(RequestException.class);
    }
  }
}
