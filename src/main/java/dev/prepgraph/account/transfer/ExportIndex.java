package dev.prepgraph.account.transfer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.common.CleanText;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.error.UserErrorException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the sections begin in the file of an export, whose keys may stand in any order. It is made
 * by reading the whole file once, so that what is no JSON, or too large for memory, is rejected
 * before anything is written.
 *
 * @param head the keys that are no sections
 * @param sections the offset in bytes of each section's array
 */
record ExportIndex(ObjectNode head, Map<String, Long> sections) {

  private static final int MAX_ENTRIES = 10_000;

  /** An answer with as much history as is kept. */
  private static final long MAX_ENTRY_BYTES = 48L << 20;

  /** More than the largest plan has. */
  private static final int MAX_ENTRY_TOKENS = 250_000;

  /**
   * Reads a file.
   *
   * @param names the keys of the sections
   * @throws UserErrorException when it is not JSON or breaks a limit
   */
  static ExportIndex of(InputStream file, Collection<String> names) throws IOException {
    try (JsonParser plain = TransferJson.MAPPER.createParser(file)) {
      return read(new Guard(plain), names);
    }
  }

  private static ExportIndex read(Guard parser, Collection<String> names) throws IOException {
    try {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw TransferErrors.invalid("", "must be of type object");
      }
      if (parser.currentLocation().getByteOffset() < 0) {
        throw TransferErrors.invalid("", "must be JSON in UTF-8");
      }
      ObjectNode head = TransferJson.MAPPER.createObjectNode();
      Map<String, Long> sections = new HashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        parser.begin();
        if (parser.nextToken() == JsonToken.START_ARRAY && names.contains(key)) {
          sections.put(key, parser.currentTokenLocation().getByteOffset());
          skipEntries(parser);
        } else {
          head.set(key, TransferJson.MAPPER.readTree(parser));
        }
      }
      if (parser.nextToken() != null) {
        throw TransferErrors.invalid("", "must not be followed by anything");
      }
      return new ExportIndex(head, sections);
    } catch (StreamConstraintsException e) {
      throw TransferErrors.invalid(parser.path(), "is too long or nested too deeply");
    } catch (JsonProcessingException e) {
      throw TransferErrors.invalid(parser.path(), "is not valid JSON");
    }
  }

  private static void skipEntries(Guard parser) throws IOException {
    String path = parser.path();
    parser.begin();
    for (int at = 0; parser.nextToken() != JsonToken.END_ARRAY; at++) {
      if (at == MAX_ENTRIES) {
        throw TransferErrors.invalid(path, "there are more than " + MAX_ENTRIES);
      }
      parser.skipChildren();
      parser.begin();
    }
  }

  /** Checks every token, and how much of them an entry has. */
  private static final class Guard extends JsonParserDelegate {

    private int tokens;
    private long offset;

    Guard(JsonParser parser) {
      super(parser);
    }

    String path() {
      return delegate.getParsingContext().pathAsPointer().toString();
    }

    /** Begins to count anew. */
    void begin() {
      tokens = 0;
      offset = delegate.currentLocation().getByteOffset();
    }

    @Override
    public JsonToken nextToken() throws IOException {
      JsonToken token = delegate.nextToken();
      if (token == JsonToken.VALUE_NUMBER_FLOAT) {
        throw TransferErrors.invalid(path(), "must be an integer");
      }
      if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
        checkText(delegate.getText());
      }
      if (++tokens > MAX_ENTRY_TOKENS
          || delegate.currentLocation().getByteOffset() - offset > MAX_ENTRY_BYTES) {
        throw TransferErrors.invalid(path(), "an entry is too large");
      }
      return token;
    }

    private void checkText(String text) {
      try {
        CleanText.check(text);
      } catch (RequestException e) {
        throw TransferErrors.invalid(path(), e.getMessage());
      }
    }

    @Override
    public JsonParser skipChildren() throws IOException {
      if (currentToken().isStructStart()) {
        for (int open = 1; open > 0; ) {
          JsonToken token = nextToken();
          if (token.isStructStart()) {
            open++;
          } else if (token.isStructEnd()) {
            open--;
          }
        }
      }
      return this;
    }
  }
}
