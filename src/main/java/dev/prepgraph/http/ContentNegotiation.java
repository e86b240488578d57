package dev.prepgraph.http;

import dev.prepgraph.common.language.AcceptLanguage;
import dev.prepgraph.common.language.RequestLanguage;
import dev.prepgraph.common.negotiation.HeaderMemo;
import dev.prepgraph.common.negotiation.MediaRange;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Content negotiation (RFC 9110, 12.5.1 and 12.5.4). */
public final class ContentNegotiation {

  static final String JSON = "application/json";
  static final String GRAPHQL_JSON = "application/graphql-response+json";

  private static final String EVENT_STREAM = "text/event-stream";

  private static final HeaderMemo<Optional<String>> MEDIA_TYPES =
      new HeaderMemo<>(ContentNegotiation::findMediaType);
  private static final HeaderMemo<AcceptLanguage> LANGUAGES = new HeaderMemo<>(AcceptLanguage::of);
  private static final HeaderMemo<Boolean> EVENT_STREAMS =
      new HeaderMemo<>(ContentNegotiation::prefersEventStream);
  private static final HeaderMemo<Boolean> JSON_BODIES =
      new HeaderMemo<>(ContentNegotiation::areJson);

  /** The most specific range that matches a media type, with its position in the header. */
  private record Match(String mediaType, MediaRange range, int position) {

    static final Comparator<Match> PREFERENCE =
        Comparator.comparingDouble((Match match) -> match.range().weight())
            .thenComparingInt(Match::specificity)
            .thenComparing(Match::position, Comparator.reverseOrder());

    int specificity() {
      return range.specificity(mediaType);
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
    return MEDIA_TYPES.get(accept);
  }

  private static Optional<String> findMediaType(List<String> accept) {
    // Lists may have empty elements (RFC 9110, 5.6.1).
    List<MediaRange> ranges =
        MediaRange.of(accept).stream().filter(range -> !range.type().isEmpty()).toList();
    if (ranges.isEmpty()) {
      return Optional.of(JSON);
    }
    // Of equals, max() returns the first.
    return Stream.of(JSON, GRAPHQL_JSON)
        .flatMap(mediaType -> match(mediaType, ranges).stream())
        .filter(match -> match.range().weight() > 0)
        .max(Match.PREFERENCE)
        .map(Match::mediaType);
  }

  /**
   * Whether a client names event streams and no kind of JSON, as clients of {@code graphql-sse} do.
   *
   * @param accept the lines of its {@code Accept} header
   */
  public static boolean isEventStream(List<String> accept) {
    return EVENT_STREAMS.get(accept);
  }

  private static boolean prefersEventStream(List<String> accept) {
    List<MediaRange> ranges =
        MediaRange.of(accept).stream().filter(range -> range.weight() > 0).toList();
    return ranges.stream().anyMatch(range -> range.type().equals(EVENT_STREAM))
        && ranges.stream()
            .noneMatch(range -> range.type().equals(JSON) || range.type().equals(GRAPHQL_JSON));
  }

  /**
   * Whether a body is JSON in UTF-8. Browsers join the two spellings of the header that some
   * versions of GraphiQL send.
   *
   * @param contentType the lines of its {@code Content-Type} header
   */
  static boolean isJson(List<String> contentType) {
    return JSON_BODIES.get(contentType);
  }

  private static boolean areJson(List<String> contentType) {
    List<MediaRange> types = MediaRange.of(contentType);
    return !types.isEmpty()
        && types.stream().allMatch(type -> type.type().equals(JSON) && type.isUtf8());
  }

  /** The language of an operation, which the request that carries it asks for. */
  public static RequestLanguage language(RoutingContext http) {
    List<String> fields = http.request().headers().getAll(HttpHeaders.ACCEPT_LANGUAGE);
    return new RequestLanguage(LANGUAGES.get(fields));
  }

  private static Optional<Match> match(String mediaType, List<MediaRange> ranges) {
    return IntStream.range(0, ranges.size())
        .mapToObj(i -> new Match(mediaType, ranges.get(i), i))
        .filter(match -> match.specificity() > 0)
        .max(Comparator.comparingInt(Match::specificity));
  }
}
