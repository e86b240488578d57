package dev.prepgraph.http.negotiation;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.zip.GZIPOutputStream;

/** The content coding gzip (RFC 9110, 8.4.1.3 and 12.5.3). */
public final class Gzip {

  public static final String CODING = "gzip";

  /** Below, the headers of a response outweigh what its compression saves. */
  private static final int MIN_LENGTH = 1_024;

  private Gzip() {}

  /**
   * Whether a client takes gzip, and does not prefer the uncompressed form.
   *
   * @param acceptEncoding the lines of its {@code Accept-Encoding} header
   */
  public static boolean isAccepted(List<String> acceptEncoding) {
    if (acceptEncoding.isEmpty()) {
      return false;
    }
    List<MediaRange> codings = MediaRange.of(acceptEncoding);
    double gzip =
        weight(codings, CODING)
            .orElse(weight(codings, "x-gzip").orElse(weight(codings, "*/*").orElse(0)));
    return gzip > 0 && gzip >= weight(codings, "identity").orElse(0);
  }

  private static OptionalDouble weight(List<MediaRange> codings, String name) {
    return codings.stream()
        .filter(coding -> coding.type().equals(name))
        .mapToDouble(MediaRange::weight)
        .findFirst();
  }

  public static boolean isWorthwhile(Buffer plain) {
    return plain.length() >= MIN_LENGTH;
  }

  public static Buffer compress(Buffer plain) {
    var compressed = new ByteArrayOutputStream(plain.length() / 2);
    try (var gzip = new GZIPOutputStream(compressed, 8_192)) {
      gzip.write(plain.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(compressed.toByteArray());
  }
}
