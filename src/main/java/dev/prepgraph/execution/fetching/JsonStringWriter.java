package dev.prepgraph.execution.fetching;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.CharTypes;
import com.fasterxml.jackson.core.json.UTF8JsonGenerator;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes strings to UTF-8 as Jackson does with {@link
 * com.fasterxml.jackson.core.json.JsonWriteFeature#COMBINE_UNICODE_SURROGATES_IN_UTF8}, eight bytes
 * at a time (SIMD within a register; Lamport 1975, "Multiple byte processing with full-word
 * instructions"). Jackson's loop over single characters took half of the time of an operation on
 * texts in memory.
 */
final class JsonStringWriter {

  /** Below, Jackson is as fast. */
  private static final int MIN_LENGTH = 24;

  /** Letters of two-character escapes by the character; negative for other escapes, else 0. */
  private static final int[] ESCAPES = CharTypes.get7BitOutputEscapes();

  private static final byte[] HEX_DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_ESCAPE = "\\u001F".length();

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x80 * EACH;
  private static final long LOW_BITS = 0x7F * EACH;

  private JsonStringWriter() {}

  /** Writes a string without unpaired surrogates. */
  static void write(String text, JsonGenerator json) throws IOException {
    if (text.length() < MIN_LENGTH || !(json instanceof UTF8JsonGenerator)) {
      json.writeString(text);
      return;
    }
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    int next = nextEscape(plain, 0);
    if (next == plain.length) {
      json.writeRawUTF8String(plain, 0, plain.length);
      return;
    }
    byte[] escaped = new byte[plain.length + plain.length / 16 + MAX_ESCAPE];
    int length = 0;
    int copied = 0;
    while (next < plain.length) {
      if (escaped.length - length < plain.length - copied + MAX_ESCAPE) {
        escaped = Arrays.copyOf(escaped, 2 * escaped.length);
      }
      System.arraycopy(plain, copied, escaped, length, next - copied);
      length = escape(plain[next], escaped, length + next - copied);
      copied = next + 1;
      next = nextEscape(plain, copied);
    }
    System.arraycopy(plain, copied, escaped, length, plain.length - copied);
    json.writeRawUTF8String(escaped, 0, length + plain.length - copied);
  }

  /** The index of the next character that JSON escapes, or the length. */
  private static int nextEscape(byte[] text, int from) {
    int i = from;
    for (; i <= text.length - Long.BYTES; i += Long.BYTES) {
      long escapes = escapes((long) WORDS.get(text, i));
      if (escapes != 0) {
        return i + Long.numberOfTrailingZeros(escapes) / Byte.SIZE;
      }
    }
    while (i < text.length && (text[i] < 0 || ESCAPES[text[i]] == 0)) {
      i++;
    }
    return i;
  }

  /** The high bit of each byte that is a control character, a quotation mark or a backslash. */
  private static long escapes(long bytes) {
    long low = bytes & LOW_BITS;
    // No sum carries into the next byte, and its high bit is unset for the bytes that are looked
    // for.
    long noControl = low + (0x80 - ' ') * EACH;
    long noQuote = (low ^ '"' * EACH) + LOW_BITS;
    long noBackslash = (low ^ '\\' * EACH) + LOW_BITS;
    return ~(noControl & noQuote & noBackslash) & ~bytes & HIGH_BITS;
  }

  /** Appends the escape of a character; returns the new length. */
  private static int escape(byte character, byte[] escaped, int length) {
    int end = length;
    escaped[end++] = '\\';
    if (ESCAPES[character] > 0) {
      escaped[end++] = (byte) ESCAPES[character];
    } else {
      escaped[end++] = 'u';
      escaped[end++] = '0';
      escaped[end++] = '0';
      escaped[end++] = HEX_DIGITS[character >> 4];
      escaped[end++] = HEX_DIGITS[character & 0xF];
    }
    return end;
  }
}
