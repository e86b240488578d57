package dev.prepgraph.common.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AcceptLanguageTest {

  private static final List<String> PUBLISHED = List.of("en", "de", "de-AT", "pt-BR");

  /** No wish leaves the choice to the stored preference and the default. */
  private static final String NONE = "none";

  /** A header, and the locale that it asks for. */
  private static final List<List<String>> TABLE =
      List.of(
          List.of("de", "de"),
          List.of("DE", "de"),
          List.of("de-DE", "de"),
          List.of("de-DE-1996", "de"),
          List.of("de-at", "de-AT"),
          List.of("de-AT-1901-x-any", "de-AT"),
          List.of("de;q=0.9, fr", "de"),
          List.of("fr, de;q=0.001", "de"),
          List.of("en-GB,en;q=0.9,de;q=0.8", "en"),
          List.of("de;q=0.8,en;q=0.9", "en"),
          List.of("de;q=0.5,en;q=0.5", "de"),
          List.of("de-CH, de-AT", "de"),
          List.of("pt-BR", "pt-BR"),
          // a lookup never makes a range more special
          List.of("pt", NONE),
          List.of("fr-CH, fr;q=0.9, ja;q=0.1", NONE),
          // wildcards
          List.of("*", NONE),
          List.of("*, de;q=0.5", NONE),
          List.of("de, *;q=0.5", "de"),
          List.of("fr, *;q=0.5", NONE),
          List.of("*, en;q=0.5", "de"),
          List.of("en;q=0, *", "de"),
          List.of("de;q=0.5, *;q=0.4, en;q=0", "de"),
          List.of("*, en;q=0.2, de;q=0.3, pt-BR;q=0.1", "de"),
          List.of("*;q=0", NONE),
          List.of("de;q=0", NONE),
          List.of("de;q=0, en;q=0.1", "en"),
          List.of("de;q=0.000, fr", NONE),
          List.of("de-*", "de"),
          List.of("*-DE", NONE),
          // white space, empty elements
          List.of("de ; q=1 ,\ten", "de"),
          List.of(", ,de,,", "de"),
          List.of("", NONE),
          List.of(" ", NONE),
          List.of(",", NONE),
          // malformed
          List.of("de_DE", NONE),
          List.of("-", NONE),
          List.of("de-", NONE),
          List.of("de;q=2", NONE),
          List.of("de;q=-1", NONE),
          List.of("de;q=x", NONE),
          List.of("de;q=", NONE),
          List.of("de;level=1", NONE),
          List.of(";q=1", NONE),
          List.of("de;q=NaN", NONE),
          List.of("d\u00e9", NONE),
          List.of("../../etc", NONE));

  private static String lookup(String... fields) {
    String found = AcceptLanguage.of(List.of(fields)).lookup(PUBLISHED);
    return found == null ? NONE : found;
  }

  @Example
  void asksForTheBestPublishedLocale() {
    assertThat(TABLE)
        .allSatisfy(row -> assertThat(lookup(row.get(0))).as(row.get(0)).isEqualTo(row.get(1)));
  }

  @Example
  void joinsFields() {
    assertThat(lookup("fr", "de;q=0.4", "en;q=0.3")).isEqualTo("de");
    assertThat(lookup()).isEqualTo(NONE);
  }

  @Example
  void ignoresLongHeaders() {
    String filler = "fr-" + "a1,".repeat((AcceptLanguage.MAX_LENGTH - 5) / 3);

    assertThat(lookup("de," + ",".repeat(AcceptLanguage.MAX_LENGTH - 3))).isEqualTo("de");
    assertThat(lookup("de," + ",".repeat(AcceptLanguage.MAX_LENGTH - 2))).isEqualTo(NONE);
    assertThat(lookup(filler, filler, "de")).isEqualTo(NONE);
    assertThat(lookup("de".repeat(100_000))).isEqualTo(NONE);
  }

  @Provide
  Arbitrary<String> headers() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(600),
        Arbitraries.strings().withChars("deDn*-;q=.01, \t").ofMaxLength(60));
  }

  @Property
  void neverFails(@ForAll("headers") String header) {
    assertThat(lookup(header)).isIn("en", "de", "de-AT", "pt-BR", NONE);
  }

  @Property
  void prefersTheGreatestWeight(@ForAll("weights") int german, @ForAll("weights") int english) {
    String expected =
        german == 0 && english == 0 ? NONE : english > german || german == 0 ? "en" : "de";

    assertThat(lookup("de;q=0.%03d,en;q=0.%03d".formatted(german, english))).isEqualTo(expected);
  }

  @Provide
  Arbitrary<Integer> weights() {
    return Arbitraries.integers().between(0, 999);
  }

  @Example
  void choosesOnceForARequest() {
    var language = new RequestLanguage(AcceptLanguage.of(List.of("fr, de")));

    assertThat(language.choose(List.of("en", "de"))).isEqualTo("de");
    assertThat(language.choose(List.of("en", "de", "fr"))).isEqualTo("de");
    assertThat(language.used()).isNull();
    assertThat(language.call(() -> RequestLanguage.requested(List.of("en", "fr")))).isEqualTo("de");
    assertThat(language.used()).isEqualTo("de");
    assertThat(RequestLanguage.requested(PUBLISHED)).isNull();
  }

  @Example
  void choosesTheDefaultWithoutAWish() {
    var language = new RequestLanguage(AcceptLanguage.of(List.of("ja")));

    assertThat(language.call(() -> RequestLanguage.requested(PUBLISHED))).isNull();
    assertThat(language.used()).isEqualTo("en");
  }
}
