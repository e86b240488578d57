package dev.prepgraph.graphql;

import io.quarkus.runtime.LaunchMode;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Headers that keep browsers from taking a response for anything but the data that it is. */
final class SecurityHeaders {

  private static final Map<String, String> EVERYWHERE =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          // Scripts of allowed origins read responses by CORS, which this does not concern.
          "Cross-Origin-Resource-Policy", "same-origin");

  private static final Map<String, String> DATA =
      Map.of(
          "X-Frame-Options", "DENY",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

  private SecurityHeaders() {}

  static void add(RoutingContext http) {
    EVERYWHERE.forEach(http.response()::putHeader);
    // Dev mode's own pages, such as GraphiQL, have scripts and frames.
    if (!LaunchMode.current().isDev() || !http.request().path().startsWith("/q/")) {
      DATA.forEach(http.response()::putHeader);
    }
  }
}
