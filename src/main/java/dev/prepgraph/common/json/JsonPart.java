package dev.prepgraph.common.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * A value that is parsed at its first use, from its own copy of the text, which is then dropped.
 */
final class JsonPart<T> implements Supplier<T> {

  private final ColumnReader columns;
  private final ValueReader reader;

  /** The text, then the value; threads may parse at the same time, to equal values. */
  private volatile Object content;

  JsonPart(ColumnReader columns, ValueReader reader, byte[] text) {
    this.columns = columns;
    this.reader = reader;
    this.content = text;
  }

  @Override
  @SuppressWarnings("unchecked") // the reader's type
  public T get() {
    Object known = content;
    if (known instanceof byte[] text) {
      try {
        known = columns.read(text, reader);
      } catch (IOException e) {
        throw new UncheckedIOException("A part of a JSON column does not match its type", e);
      }
      content = known;
    }
    return (T) known;
  }

  /** The text before the first use, so that the weight of a document costs no parsing. */
  @Override
  public String toString() {
    Object known = content;
    return known instanceof byte[] text
        ? new String(text, StandardCharsets.UTF_8)
        : known.toString();
  }
}
