package dev.prepgraph.http;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Chooses what to send by the headers of a request (RFC 9110, 12.5.1 and 13.1.2). */
final class ContentNegotiation {

  static final String JSON = "application/json";
  static final String GRAPHQL_JSON = "application/graphql-response+json";

  private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

  /** How much a client wants a media type, by the most specific range that matches it. */
  private record Preference(String mediaType, double weight, int specificity, int position) {

    static final Comparator<Preference> ORDER =
        Comparator.comparingDouble(Preference::weight)
            .thenComparingInt(Preference::specificity)
            .thenComparing(Preference::position, Comparator.reverseOrder());

    static Preference of(String mediaType, List<MediaRange> ranges) {
      Preference best = new Preference(mediaType, 0, 0, 0);
      for (int i = 0; i < ranges.size(); i++) {
        int specificity = ranges.get(i).specificity(mediaType);
        if (specificity > best.specificity()) {
          best = new Preference(mediaType, ranges.get(i).weight(), specificity, i);
        }
      }
      return best;
    }
  }

  private ContentNegotiation() {}

  /**
   * The media type that a client prefers; plain JSON where it has no preference.
   *
   * @param accept the lines of its {@code Accept} header
   * @return empty when it accepts none that is served
   */
  static Optional<String> mediaType(List<String> accept) {
    List<MediaRange> ranges = MediaRange.of(accept);
    if (ranges.isEmpty()) {
      return Optional.of(JSON);
    }
    // Of equals, max() takes the first.
    return Stream.of(JSON, GRAPHQL_JSON)
        .map(mediaType -> Preference.of(mediaType, ranges))
        .filter(preference -> preference.weight() > 0)
        .max(Preference.ORDER)
        .map(Preference::mediaType);
  }

  /**
   * Whether a client has a representation already. The comparison is weak: caches on the way may
   * have weakened the tag.
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
