package dev.prepgraph.site.docs;

import dev.prepgraph.common.negotiation.StaticFile;
import dev.prepgraph.http.GraphQLRoute;
import dev.prepgraph.site.SiteConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Serves the pages of the documentation and their style. */
@ApplicationScoped
class DocsRoute {

  static final String PATH = "/docs/";

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final SiteConfig config;
  private final DocsPages pages;

  DocsRoute(SiteConfig config, DocsPages pages) {
    this.config = config;
    this.pages = pages;
  }

  void register(@Observes Router router) {
    if (config.enabled()) {
      router
          .route(PATH + "*")
          .method(HttpMethod.GET)
          .method(HttpMethod.HEAD)
          .order(GraphQLRoute.ORDER)
          .blockingHandler(this::send, false);
    }
  }

  private void send(RoutingContext http) {
    String path = http.request().path();
    if (!path.startsWith(PATH)) {
      http.response().setStatusCode(308).putHeader(HttpHeaders.LOCATION, PATH).end();
      return;
    }
    StaticFile page = pages.find(path.substring(PATH.length()));
    if (page == null) {
      http.next();
    } else {
      http.response()
          .putHeader("Content-Security-Policy", POLICY)
          .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
      page.send(http);
    }
  }
}
