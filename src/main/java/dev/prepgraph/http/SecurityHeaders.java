package dev.prepgraph.http;

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

  /** The page has scripts and styles of its own; tokens that are pasted into it stay here. */
  private static final Map<String, String> GRAPHIQL =
      Map.of(
          "X-Frame-Options", "DENY",
          "Content-Security-Policy",
              "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

  private SecurityHeaders() {}

  /** Adds the headers that a response has not set itself when it is sent. */
  static void add(RoutingContext http) {
    http.addHeadersEndHandler(
        sent -> {
          MultiMap headers = http.response().headers();
          addMissing(headers, EVERYWHERE);
          String path = http.request().path();
          if (path.startsWith(GraphiQL.PATH)) {
            addMissing(headers, GRAPHIQL);
          } else if (!isDevelopmentPage(path) && !isEmbeddable(headers)) {
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

  /** Whether a page says itself which others may embed it, which X-Frame-Options cannot say. */
  private static boolean isEmbeddable(MultiMap headers) {
    String policy = headers.get("Content-Security-Policy");
    return policy != null
        && policy.contains("frame-ancestors")
        && !policy.contains("frame-ancestors 'none'");
  }

  /** The Dev UI has scripts and frames. */
  private static boolean isDevelopmentPage(String path) {
    return LaunchMode.current().isDevOrTest() && path.startsWith("/q/");
  }
}
