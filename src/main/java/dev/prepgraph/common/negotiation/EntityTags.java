package dev.prepgraph.common.negotiation;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Conditional requests (RFC 9110, 13.1.2). */
public final class EntityTags {

  private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

  private EntityTags() {}

  /**
   * The entity tag of a representation that a client has already, in one of the codings that it
   * accepts; null if it has none.
   */
  public static String known(
      HttpServerRequest request,
      List<ContentCoding> accepted,
      Function<ContentCoding, String> tag) {
    List<String> ifNoneMatch = request.headers().getAll(HttpHeaders.IF_NONE_MATCH);
    return ifNoneMatch.isEmpty()
        ? null
        : accepted.stream()
            .map(tag)
            .filter(each -> isKnown(ifNoneMatch, each))
            .findFirst()
            .orElse(null);
  }

  /**
   * Whether a client has a representation already. The comparison is weak, as caches may weaken an
   * entity tag.
   *
   * @param ifNoneMatch the lines of its {@code If-None-Match} header
   */
  static boolean isKnown(List<String> ifNoneMatch, String entityTag) {
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
