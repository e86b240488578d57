package dev.prepgraph.http.negotiation;

import java.util.List;
import java.util.regex.Pattern;

/** Conditional requests (RFC 9110, 13.1.2). */
public final class EntityTags {

  private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

  private EntityTags() {}

  /**
   * Whether a client has a representation already. The comparison is weak, as caches may weaken an
   * entity tag.
   *
   * @param ifNoneMatch the lines of its {@code If-None-Match} header
   */
  public static boolean isKnown(List<String> ifNoneMatch, String entityTag) {
    return ifNoneMatch.stream()
        .anyMatch(
            line ->
                line.strip().equals("*")
                    || ENTITY_TAG
                        .matcher(line)
                        .results()
                        .anyMatch(tag -> tag.group(1).equals(entityTag)));
  }
}
