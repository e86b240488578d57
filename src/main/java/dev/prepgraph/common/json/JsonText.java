package dev.prepgraph.common.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Arrays;

/** UTF-8 text with a parser of it. */
record JsonText(byte[] bytes, JsonParser parser) {

  /**
   * Copies the value that the parser is at; checks its syntax, and leaves the parser at its end.
   */
  byte[] skip() throws IOException {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    return Arrays.copyOfRange(bytes, start, (int) parser.currentLocation().getByteOffset());
  }
}
