package dev.prepgraph.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  /** The first and the last of each kind of invisible characters. */
  private static final List<Integer> INVISIBLE =
      List.of(
          0x01, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1F, 0x20, 0x7F, 0x85, 0x9F, 0xA0, 0xAD, 0x0300,
          0x034F, 0x036F, 0x0489, 0x061C, 0x0903, 0x115F, 0x1160, 0x1680, 0x17B4, 0x17B5, 0x180B,
          0x180E, 0x180F, 0x2000, 0x200A, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029,
          0x202A, 0x202E, 0x202F, 0x205F, 0x2060, 0x2064, 0x2065, 0x2066, 0x206F, 0x20E3, 0x2800,
          0x3000, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0, 0xFFF9, 0xFFFB, 0x1D159, 0x1D173,
          0x1D17A, 0xE0000, 0xE0001, 0xE0020, 0xE007F, 0xE0100, 0xE01EF, 0xE0FFF);

  @Provide
  Arbitrary<String> invisible() {
    return Arbitraries.of(INVISIBLE)
        .list()
        .ofMaxSize(20)
        .map(all -> all.stream().map(Character::toString).reduce("", String::concat));
  }

  @Property
  void isBlankWithoutVisibleCharacters(
      @ForAll("invisible") String before, @ForAll("invisible") String after) {
    assertThat(Text.isBlank(before + after)).isTrue();
    for (String seen : List.of("a", "0", ".", "é", "ß", "ا", "あ", "合", "😀", "\uE000", "-")) {
      assertThat(Text.isBlank(before + seen + after)).as(seen).isFalse();
    }
  }

  @Property
  void findsEveryInvisibleCharacterAlone(@ForAll("invisible") String text) {
    text.codePoints().forEach(c -> assertThat(Text.isBlank(Character.toString(c))).isTrue());
  }

  @Test
  void countsCodePoints() {
    assertThat(Text.length("")).isZero();
    assertThat(Text.length("a😀e\u0301")).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "On site, ON SITE",
    "On site, ' On \u00A0 site '",
    "On site, On\u3000site",
    "On site, On\tsite\n",
    "Büro, Bu\u0308ro",
    "Büro, BU\u0308RO",
    "Offer, Ｏｆｆｅｒ",
    "Offer, O\u200Bff\u00ADer\uFEFF",
    "On site, On \u200B site",
    "Straße, STRASSE",
    "groß, GROẞ",
    "ilk, İlk",
    "ilk, I\u0307lk",
    "ıssız, ISSIZ",
    "ΟΔΟΣ, οδος",
    "ﬁnal, Final",
    "Ⅳ, iv"
  })
  void identifiesNamesThatLookAlike(String one, String other) {
    assertThat(Text.nameKey(one)).isEqualTo(Text.nameKey(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Onsite", "On-site", "On site 2", "Ön site", "on sité"})
  void distinguishesOtherNames(String other) {
    assertThat(Text.nameKey(other)).isNotEqualTo(Text.nameKey("On site"));
  }

  @Property
  void keyIsTheSameForAllForms(@ForAll @AlphaChars @StringLength(min = 1, max = 20) String name) {
    String key = Text.nameKey(name);
    assertThat(Text.nameKey(key)).isEqualTo(key);
    assertThat(Text.nameKey(name.toUpperCase(Locale.ROOT))).isEqualTo(key);
    assertThat(Text.nameKey("\u200B " + name + " \u2060")).isEqualTo(key);
    for (Normalizer.Form form : Normalizer.Form.values()) {
      assertThat(Text.nameKey(Normalizer.normalize(name + "\u00FC", form)))
          .isEqualTo(Text.nameKey(name + "\u00FC"));
    }
  }
}
