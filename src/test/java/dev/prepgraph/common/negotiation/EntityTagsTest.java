package dev.prepgraph.common.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a\"",
        "W/\"a\"",
        "\"b\", \"a\"",
        "\"b\",W/\"a\"",
        "\"x,y\" , \"a\" ,",
        "*",
        " * ",
        "\"b\"|\"a\""
      })
  void matchesATagAmongOthers(String ifNoneMatch) {
    assertThat(EntityTags.isKnown(Stream.of(ifNoneMatch.split("\\|")).toList(), "\"a\"")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "\"b\"", "\"A\"", "\"*\"", "\"a", "\"ba\"", "\"b\"a\"c\"", "W/*"})
  void matchesNoOtherTag(String ifNoneMatch) {
    assertThat(EntityTags.isKnown(List.of(ifNoneMatch), "\"a\"")).isFalse();
  }

  @Test
  void matchesNothingWithoutTheHeader() {
    assertThat(EntityTags.isKnown(List.of(), "\"a\"")).isFalse();
  }
}
