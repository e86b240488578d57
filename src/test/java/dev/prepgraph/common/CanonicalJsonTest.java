package dev.prepgraph.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  @Provide
  Arbitrary<Object> json() {
    return nested(3);
  }

  private static Arbitrary<Object> nested(int depth) {
    Arbitrary<Object> scalar =
        Arbitraries.<Object>of(
            "",
            "1",
            "1.0",
            "null",
            "true",
            "a",
            "a=1, b",
            "\"",
            ",",
            "{}",
            "[]",
            "\ud800",
            "\ud801",
            "?",
            "Infinity",
            "NaN",
            0,
            1,
            10,
            1.0,
            true,
            false,
            Double.POSITIVE_INFINITY);
    Arbitrary<Object> value = scalar.injectNull(0.1);
    if (depth == 0) {
      return value;
    }
    Arbitrary<Object> list = nested(depth - 1).list().ofMaxSize(2).map(entries -> (Object) entries);
    Arbitrary<Object> object =
        Arbitraries.maps(Arbitraries.of("", "a", "b", "a,b", "\""), nested(depth - 1))
            .ofMaxSize(2)
            .map(members -> (Object) members);
    return Arbitraries.oneOf(value, list, object);
  }

  @Property
  void isEqualForEqualValuesAlone(@ForAll("json") Object one, @ForAll("json") Object other) {
    assertThat(Arrays.equals(CanonicalJson.digest(one), CanonicalJson.digest(other)))
        .isEqualTo(one == null ? other == null : one.equals(other));
  }

  @Property
  void ignoresTheOrderOfKeys(@ForAll("json") Object one, @ForAll("json") Object other) {
    Map<String, Object> forth = new LinkedHashMap<>();
    forth.put("a", one);
    forth.put("b", other);
    Map<String, Object> back = new LinkedHashMap<>();
    back.put("b", other);
    back.put("a", one);
    assertThat(CanonicalJson.digest(List.of(forth))).isEqualTo(CanonicalJson.digest(List.of(back)));
  }

  @Test
  void writesTheDeepestJsonThatJacksonReads() {
    Object deepest = new HashMap<>();
    for (int i = 0; i < 1_000; i++) {
      deepest = new ArrayList<>(List.of(deepest));
    }
    assertThat(CanonicalJson.digest(deepest)).hasSize(32);
  }

  private record Before(String text, Instant at) {}

  private record After(Integer added, String text, Instant at) {}

  @Test
  void isStableWhenAFieldIsAdded() {
    Instant at = Instant.parse("2027-03-01T10:00:00Z");
    assertThat(CanonicalJson.digest(new After(null, "x", at)))
        .isEqualTo(CanonicalJson.digest(new Before("x", at)))
        .isNotEqualTo(CanonicalJson.digest(new After(1, "x", at)));
  }
}
