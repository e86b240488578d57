package dev.prepgraph.execution.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonStringWriterTest {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();
  private static final int LONGER_THAN_BUFFERS = 20_000;

  @FunctionalInterface
  private interface Writing {

    void write(JsonGenerator json) throws IOException;
  }

  @Property(tries = 5_000)
  void writesAsJackson(@ForAll("texts") String text) throws IOException {
    assertThat(written(text)).isEqualTo(written(json -> json.writeString(text)));
  }

  @Example
  void writesEachCharacterAtEachPlaceOfAWordAsJackson() throws IOException {
    for (int character = 0; character < 0x300; character++) {
      for (int place = 0; place < 2 * Long.BYTES; place++) {
        String text = "a".repeat(24 + place) + (char) character + "b".repeat(16 - place);
        assertThat(written(text))
            .as("%x at %d", character, place)
            .isEqualTo(written(json -> json.writeString(text)));
      }
    }
  }

  @Example
  void writesWhatHasManyEscapesOrIsLongAsJackson() throws IOException {
    for (String part : new String[] {"\u0001", "\n", "\"", "\\", "é", "😀", "plain text, "}) {
      String text = part.repeat(LONGER_THAN_BUFFERS);
      assertThat(written(text)).as(part).isEqualTo(written(json -> json.writeString(text)));
    }
  }

  @Example
  void writesToAWriterAsJackson() throws IOException {
    String text = "To a writer, which takes no bytes:\n\"é\"";
    var writer = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(writer)) {
      JsonStringWriter.write(text, json);
    }
    assertThat(writer).hasToString("\"To a writer, which takes no bytes:\\n\\\"é\\\"\"");
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> plain = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(40);
    Arbitrary<String> escaped =
        Arbitraries.of("\n", "\"", "\\", "\t", "\u0000", "\u001f", "\u007f", "/", "\u2028");
    Arbitrary<String> other = Arbitraries.of("é", "’", "日本", "😀", "\u0080", "\uffff");
    return Arbitraries.oneOf(plain, escaped, other)
        .list()
        .ofMaxSize(30)
        .map(all -> String.join("", all));
  }

  private static String written(String text) throws IOException {
    return written(json -> JsonStringWriter.write(text, json));
  }

  /** The JSON of an array with the string between others, in UTF-8. */
  private static String written(Writing writing) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartArray();
      json.writeString("before");
      writing.write(json);
      json.writeNumber(1);
      json.writeEndArray();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
