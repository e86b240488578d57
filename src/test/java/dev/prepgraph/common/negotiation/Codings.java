package dev.prepgraph.common.negotiation;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Decodes the bodies of responses as clients do. */
public final class Codings {

  private Codings() {}

  public static byte[] decode(String contentEncoding, byte[] body) throws IOException {
    Brotli4jLoader.ensureAvailability();
    InputStream bytes = new ByteArrayInputStream(body);
    try (InputStream decoded =
        switch (contentEncoding) {
          case "gzip" -> new GZIPInputStream(bytes);
          case "br" -> new BrotliInputStream(bytes);
          default -> throw new AssertionError(contentEncoding);
        }) {
      return decoded.readAllBytes();
    }
  }
}
