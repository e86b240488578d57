package dev.prepgraph.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Texts in the class path. */
public final class Resources {

  private Resources() {}

  /** The content of a file; empty if there is none. */
  public static Optional<byte[]> bytes(String path) {
    try (InputStream in = Resources.class.getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a text in UTF-8.
   *
   * @param path absolute, with a leading slash
   */
  public static String text(String path) {
    byte[] content = bytes(path).orElseThrow(() -> new NoSuchElementException(path));
    return new String(content, StandardCharsets.UTF_8);
  }
}
