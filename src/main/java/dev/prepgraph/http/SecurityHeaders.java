package dev.prepgraph.http;

import dev.prepgraph.app.GraphiQL;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.MultiMap;
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

  /** Adds them to the response when it is sent, beside headers of its own. */
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

  /** The framework's pages have scripts and frames: GraphiQL, and those of development. */
  private static boolean isPage(String path) {
    return path.startsWith(GraphiQL.PATH)
        || LaunchMode.current().isDevOrTest() && path.startsWith("/q/");
  }
}
