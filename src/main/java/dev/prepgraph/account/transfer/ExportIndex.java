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
import java.util.HashMap;
import java.util.Map;

/**
 * The positions of the sections in the file of an export, whose keys may be in any order. One pass
 * over the whole file finds them, and rejects what is not JSON or too large for memory before
 * anything is written.
 *
 * @param head the keys that are not sections
 * @param sections the offset in bytes of each section's array
 */
record ExportIndex(ObjectNode head, Map<String, Long> sections) {

  /**
   * More UTF-16 units than the longest history of an answer: 466 revisions, each with at most
   * 80,000 code points in a request of at most 256 KiB.
   */
  private static final int MAX_ENTRY_CHARS = 64 << 20;

  /** More than the largest plan has. */
  private static final int MAX_ENTRY_TOKENS = 250_000;

  /**
   * Reads a file; rejects one that is not JSON or exceeds a limit.
   *
   * @param maxLengths of the sections, by name
   */
  static ExportIndex of(InputStream file, Map<String, Integer> maxLengths) throws IOException {
    try (Guard parser = new Guard(TransferJson.MAPPER.createParser(file))) {
      try {
        return read(parser, maxLengths);
      } catch (StreamConstraintsException e) {
        throw parser.invalid("is too long or nested too deeply");
      } catch (JsonProcessingException e) {
        throw parser.invalid("is not valid JSON");
      }
    }
  }

  private static ExportIndex read(Guard parser, Map<String, Integer> maxLengths)
      throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw TransferErrors.invalid("", "must be of type object");
    }
    if (parser.offset() < 0) {
      throw TransferErrors.invalid("", "must be JSON in UTF-8");
    }
    ExportIndex index = new ExportIndex(TransferJson.MAPPER.createObjectNode(), new HashMap<>());
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.startEntry();
      if (parser.nextToken() == JsonToken.START_ARRAY && maxLengths.containsKey(key)) {
        index.sections.put(key, parser.currentTokenLocation().getByteOffset());
        skipEntries(parser, maxLengths.get(key));
      } else {
        index.head.set(key, TransferJson.MAPPER.readTree(parser));
      }
    }
    if (parser.nextToken() != null) {
      throw TransferErrors.invalid("", "must not be followed by anything");
    }
    return index;
  }

  private static void skipEntries(Guard parser, int maxLength) throws IOException {
    String path = parser.path();
    parser.startEntry();
    int entries = 0;
    for (int depth = 0; depth >= 0; ) {
      JsonToken token = parser.nextToken();
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        parser.startEntry();
        if (++entries > maxLength) {
          throw TransferErrors.invalid(path, "there are more than " + maxLength);
        }
      }
    }
  }

  /** Checks every token, and the size of each entry. */
  private static final class Guard extends JsonParserDelegate {

    private int tokens;
    private int chars;

    Guard(JsonParser parser) {
      super(parser);
    }

    String path() {
      return delegate.getParsingContext().pathAsPointer().toString();
    }

    long offset() {
      return delegate.currentLocation().getByteOffset();
    }

    UserErrorException invalid(String message) {
      return TransferErrors.invalid(path(), message);
    }

    void startEntry() {
      tokens = 0;
      chars = 0;
    }

    @Override
    public JsonToken nextToken() throws IOException {
      JsonToken token = delegate.nextToken();
      if (token == JsonToken.VALUE_NUMBER_FLOAT) {
        throw invalid("must be an integer");
      }
      if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
        try {
          CleanText.check(delegate.getText());
          chars += delegate.getTextLength();
        } catch (RequestException e) {
          throw invalid(e.getMessage());
        }
      }
      if (++tokens > MAX_ENTRY_TOKENS || chars > MAX_ENTRY_CHARS) {
        throw invalid("an entry is too large");
      }
      return token;
    }
  }
}
