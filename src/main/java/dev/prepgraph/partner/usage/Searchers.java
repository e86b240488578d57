package dev.prepgraph.partner.usage;

import dev.prepgraph.common.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Which callers searched for what today, so that equal searches of one caller count once. Keeps
 * salted digests only, of this process and day. Not thread-safe.
 */
final class Searchers {

  static final int MAX_SEARCHES = 50_000;

  private final byte[] salt = new byte[16];
  private final Set<Long> searches = new HashSet<>();
  private LocalDate today;

  Searchers() {
    new SecureRandom().nextBytes(salt);
  }

  /** Adds a search; false if the caller has made it on that day already, and beyond the bound. */
  boolean add(LocalDate day, UUID partner, String caller, String text) {
    if (!day.equals(today)) {
      today = day;
      searches.clear();
    }
    return searches.size() < MAX_SEARCHES
        && searches.add(digest(partner + " " + caller + '\n' + text));
  }

  private long digest(String search) {
    MessageDigest digest = Sha256.begin();
    digest.update(salt);
    return ByteBuffer.wrap(digest.digest(search.getBytes(StandardCharsets.UTF_8))).getLong();
  }
}
