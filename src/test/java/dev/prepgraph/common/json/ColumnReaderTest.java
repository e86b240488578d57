package dev.prepgraph.common.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnReaderTest {

  enum Size {
    SMALL,
    LARGE
  }

  record Page(
      String title,
      int number,
      Integer minutes,
      boolean published,
      Size size,
      UUID id,
      Instant publishedAt,
      List<String> tags,
      List<Part> parts,
      List<Note> notes,
      Map<String, List<String>> aliases,
      Map<String, Map<String, String>> translations) {}

  record Part(String text, Map<String, Map<String, String>> translations) {

    Part {
      if ("invalid".equals(text)) {
        throw new IllegalArgumentException(text);
      }
    }
  }

  @ParsedOnUse
  record Note(String text, Instant at) {}

  private final ObjectMapper jackson =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();
  private final ColumnReader columns = new ColumnReader(jackson);

  private Page read(String json) throws IOException {
    return (Page) columns.read(bytes(json), Page.class);
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        " { 'title' : 'Größe \\u00e9\\n\\'x' , 'number' : 3, 'minutes':4, 'published' :true, 'size': 'LARGE' } ",
        "{'size': 'SMALL', 'published': false, 'minutes': null, 'number': null, 'title': null}",
        "{'title': 5, 'number': '6', 'minutes': 7.9, 'published': 'true', 'size': 1}",
        "{'unknown': {'title': ['x', {}]}, 'title': 'known', 'other': 1}",
        "{'title': 'first', 'title': 'last', 'tags': ['a'], 'tags': ['b', null, 3]}",
        "{'id': '01890a5d-ac96-774b-bcce-b302099a8057', 'publishedAt': '2026-01-02T03:04:05.678901Z'}",
        "{'publishedAt': 5, 'notes': [{'at': '2026-01-02T03:04:05Z'}, {'at': '2026-01-02T03:04:05Z'}, {'at': null}, null]}",
        "{'tags': [], 'parts': [], 'notes': [], 'aliases': {}, 'translations': {}}",
        "{'tags': null, 'parts': null, 'notes': null, 'aliases': null, 'translations': null}",
        "{'parts': [{'text': 'a', 'translations': {'de': {'text': 'Ä 𝄞', 'none': null}, 'it': null}}, null, {}]}",
        "{'aliases': {'de': ['x', 'y'], 'it': []}, 'translations': {'de': {'title': 'T', 'number': 5}, 'de-AT': {}}}",
        "{'title': true, 'size': null}"
      })
  void readsWhatJacksonReads(String json) throws IOException {
    Page expected = jackson.readValue(bytes(json), Page.class);
    assertThat(read(json)).isEqualTo(expected);
    assertThat(expected).isEqualTo(read(json));
    assertThat(Objects.hashCode(read(json))).isEqualTo(Objects.hashCode(expected));
    assertThat(jackson.writeValueAsString(read(json)))
        .isEqualTo(jackson.writeValueAsString(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'parts': [{'text':'a','translations':null,'text':'b'}]}",
        "{'size': 'HUGE'}",
        "{'size': ''}",
        "{'number': 99999999999}",
        "{'number': true}",
        "{'number': 'x'}",
        "{'title': {}}",
        "{'title': ['x']}",
        "{'tags': 'x'}",
        "{'parts': {}}",
        "{'parts': ['x']}",
        "{'parts': [{'text': 'invalid'}]}",
        "{'translations': []}",
        "{'publishedAt': 'today'}",
        "{'id': 'x'}",
        "[]",
        "'x'",
        "3",
        ""
      })
  void rejectsWhatJacksonRejects(String json) {
    assertThatThrownBy(() -> jackson.readValue(bytes(json), Page.class))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
  }

  /** In each place, most of which are parsed later. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'translations': {'de': {'title': 'x'}",
        "{'translations': {'de': {'title': 'x'}]}",
        "{'translations': {'de': {'title': 'x\\q'}}}",
        "{'translations': {'de': {'title': 'x\n'}}}",
        "{'translations': {'de': {title: 'x'}}}",
        "{'translations': {'de': {'title' 'x'}}}",
        "{'translations': {'de': {'title': 01}}}",
        "{'notes': [{'text': 'x'},]}",
        "{'notes': [{'text': tru}]}",
        "{'unknown': {'x'}}",
        "{'title': 'x'"
      })
  void failsAtTheReadOfBrokenJson(String json) {
    rejectsWhatJacksonRejects(json);
  }

  @Test
  void parsesMapsAndMarkedListsAtTheirFirstUse() throws IOException {
    Page page = read("{'translations': {'de': {'title': {}}}, 'notes': [{'at': 'today'}]}");

    assertThatThrownBy(() -> page.translations().get("de"))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> page.notes().get(0)).isInstanceOf(UncheckedIOException.class);
    assertThat(page.notes()).hasToString("[{\"at\": \"today\"}]");
    assertThat(page.toString()).contains("translations={\"de\": {\"title\": {}}}]");
  }

  @Test
  void keepsWhatItParsed() throws IOException {
    Page page = read("{'translations': {'de': {'title': 'T'}}, 'notes': [{'text': 'n'}]}");

    assertThat(page.translations().get("de")).isSameAs(page.translations().get("de"));
    assertThat(page.notes().get(0)).isSameAs(page.notes().get(0));
    assertThat(page.translations()).hasToString("{de={title=T}}");
    assertThat(page.translations().containsKey("it")).isFalse();
  }

  @Test
  void parsesTheSameOnAllThreads() throws IOException {
    for (int round = 0; round < 200; round++) {
      Page page = read("{'translations': {'de': {'title': 'T'}}, 'notes': [{'text': 'n'}]}");
      assertThat(
              IntStream.range(0, 8)
                  .parallel()
                  .mapToObj(i -> page.translations().get("de").get("title") + page.notes().size()))
          .containsOnly("T1");
    }
  }
}
