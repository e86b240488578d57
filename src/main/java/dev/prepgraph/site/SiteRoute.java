package dev.prepgraph.site;

import dev.prepgraph.common.Resources;
import dev.prepgraph.common.negotiation.StaticFile;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Serves the reference client: one HTML file for the addresses of all its pages, and the scripts
 * and styles that the build has bundled, compressed.
 */
@ApplicationScoped
class SiteRoute {

  /** The client's pages; what has a dot is a file. */
  private static final Pattern PAGE =
      Pattern.compile(
          "/(?:(?:guides|answers|plans|practice|interviews|progress)(?:/[^/.]+)?|account)?");

  private static final Pattern DIGEST = Pattern.compile("-[A-Z0-9]{8}\\.[a-z]+$");

  private static final String HTML = "/site.html";
  private static final String BUNDLE = "/static/bundle/";

  /** Folder of the bundles in the package; dev mode and tests serve them from elsewhere. */
  private static final String FOLDER = "/META-INF/resources";

  private static final Map<String, String> MEDIA_TYPES =
      Map.of("html", "text/html", "js", "text/javascript", "css", "text/css");

  /** Before REST resources and static files. */
  private static final int ORDER = -1;

  private final SiteConfig config;
  private final SiteLogin login;
  private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

  SiteRoute(SiteConfig config, SiteLogin login) {
    this.config = config;
    this.login = login;
  }

  void register(@Observes Router router) {
    if (config.enabled()) {
      router.get("/site/settings.json").order(ORDER).handler(this::settings);
      get(router, PAGE.pattern()).handler(this::page);
      get(router, BUNDLE + "[A-Za-z0-9][A-Za-z0-9._-]*").handler(this::bundle);
    } else {
      router.route(HTML).order(ORDER).handler(http -> http.fail(404));
      router.route(BUNDLE + "*").order(ORDER).handler(http -> http.fail(404));
    }
  }

  private static Route get(Router router, String pattern) {
    return router
        .routeWithRegex(pattern)
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .order(ORDER);
  }

  private void settings(RoutingContext http) {
    http.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    http.json(
        new JsonObject()
            .put("authority", login.authority())
            .put("clientId", config.clientId())
            .put("scope", config.scope()));
  }

  /** Programs that ask the start page for JSON get its links. */
  private void page(RoutingContext http) {
    List<String> accept = http.request().headers().getAll(HttpHeaders.ACCEPT);
    if (http.normalizedPath().equals("/")
        && accept.stream().noneMatch(line -> line.contains("html"))) {
      http.next();
      return;
    }
    http.response()
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .putHeader(HttpHeaders.VARY, "Accept")
        .putHeader("Content-Security-Policy", login.contentSecurityPolicy());
    serve(http, HTML);
  }

  /** Names with a digest change with the content; those of development mode have none. */
  private void bundle(RoutingContext http) {
    String path = http.normalizedPath();
    http.response()
        .putHeader(
            HttpHeaders.CACHE_CONTROL,
            DIGEST.matcher(path).find() ? "public, max-age=31536000, immutable" : "no-cache");
    serve(http, path);
  }

  private void serve(RoutingContext http, String path) {
    StaticFile file =
        files.computeIfAbsent(
            path,
            added ->
                Resources.bytes(FOLDER + added)
                    .map(bytes -> StaticFile.of(mediaType(added), Buffer.buffer(bytes)))
                    .orElse(null));
    if (file != null) {
      file.send(http);
    } else if (path.equals(http.normalizedPath())) {
      http.response().headers().remove(HttpHeaders.CACHE_CONTROL);
      http.next();
    } else {
      http.reroute(path);
    }
  }

  private static String mediaType(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1);
    return MEDIA_TYPES.getOrDefault(extension, "application/octet-stream") + "; charset=utf-8";
  }
}
