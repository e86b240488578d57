package dev.prepgraph.common.json;

import java.io.IOException;

/** Reads the value that a parser is at, and leaves the parser at its end. */
@FunctionalInterface
interface ValueReader {

  /** Returns null for null. */
  Object read(JsonText json) throws IOException;
}
