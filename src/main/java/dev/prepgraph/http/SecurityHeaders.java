package dev.prepgraph.http;

import dev.prepgraph.app.GraphiQL;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Adds security headers to all responses, with stricter ones on data than on pages. */
final class SecurityHeaders {

  private static final Map<String, String> EVERYWHERE =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          // Does not affect scripts of allowed origins, which use CORS.
          "Cross-Origin-Resource-Policy", "same-origin");

  private static final Map<String, String> DATA =
      Map.of(
          "X-Frame-Options", "DENY",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

  private SecurityHeaders() {}

  /** Adds the headers that a response has not set itself when it is sent. */
  static void add(RoutingContext http) {
    http.addHeadersEndHandler(
        sent -> {
          MultiMap headers = http.response().headers();
          addMissing(headers, EVERYWHERE);
          if (!isPage(http.request().path())) {
            addMissing(headers, DATA);
          }
        });
  }

  private static void addMissing(MultiMap headers, Map<String, String> added) {
    added.forEach(
        (name, value) -> {
          if (!headers.contains(name)) {
            headers.set(name, value);
          }
        });
  }

  /** GraphiQL and the Dev UI have scripts and frames. */
  private static boolean isPage(String path) {
    return path.startsWith(GraphiQL.PATH)
        || LaunchMode.current().isDevOrTest() && path.startsWith("/q/");
  }
}
