package dev.prepgraph.common.secret;

import java.security.SecureRandom;
import java.util.Base64;

/** Creates unguessable, URL-safe tokens. */
public final class SecretToken {

  private static final int BYTES = 32;

  private SecretToken() {}

  public static String create() {
    byte[] random = new byte[BYTES];
    // No field: a native image would contain the seed of the build.
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
