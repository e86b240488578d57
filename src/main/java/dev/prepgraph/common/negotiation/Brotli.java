package dev.prepgraph.common.negotiation;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Compresses by the native library of Brotli (RFC 7932), which not every platform has. It is loaded
 * at its first use, so that the start does not wait for it.
 */
final class Brotli {

  private static final Logger LOG = Logger.getLogger(Brotli.class);
  private static final AtomicBoolean MISSING = new AtomicBoolean();

  private Brotli() {}

  /** Whether the library is known to be missing; does not load it. */
  static boolean isMissing() {
    return MISSING.get();
  }

  /** Whether the library is there; the first call loads it, in about 15 ms. */
  static boolean isAvailable() {
    boolean available = Brotli4jLoader.isAvailable();
    if (!available && MISSING.compareAndSet(false, true)) {
      LOG.warnf(
          "Responses are compressed by gzip instead of Brotli, whose library is missing: %s",
          Brotli4jLoader.getUnavailabilityCause());
    }
    return available;
  }

  static Buffer compress(Buffer plain, Effort effort) {
    var parameters =
        new Encoder.Parameters().setQuality(effort.brotliQuality()).setMode(Encoder.Mode.TEXT);
    try {
      return Buffer.buffer(Encoder.compress(plain.getBytes(), parameters));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
