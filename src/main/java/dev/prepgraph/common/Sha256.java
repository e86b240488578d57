package dev.prepgraph.common;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 without checked exceptions. */
public final class Sha256 {

  private static final int TAG_BYTES = 16;

  private Sha256() {}

  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public static byte[] of(String text) {
    return begin().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The first 128 bits in hexadecimal, for entity tags. */
  public static String tag(byte[] content) {
    return HexFormat.of().formatHex(begin().digest(content), 0, TAG_BYTES);
  }
}
