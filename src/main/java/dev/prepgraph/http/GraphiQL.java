package dev.prepgraph.http;

import dev.prepgraph.common.Resources;
import dev.prepgraph.common.negotiation.StaticFile;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Replaces the start script of the bundled GraphiQL, which sends Content-Type twice, restores
 * removed headers, and writes tokens and documents into the page's address.
 */
@ApplicationScoped
public class GraphiQL {

  public static final String PATH = "/q/graphql-ui/";

  private static final String SCRIPT = "render.js";

  /** Before the framework's own route for the page's files. */
  private static final int ORDER = -1;

  private final boolean included;

  GraphiQL(
      @ConfigProperty(name = "quarkus.smallrye-graphql.ui.always-include", defaultValue = "false")
          boolean alwaysIncluded) {
    included = alwaysIncluded || LaunchMode.current().isDevOrTest();
  }

  /** Whether the page is served: in development and tests, or if the build includes it. */
  public boolean isIncluded() {
    return included;
  }

  void register(@Observes Router router) {
    if (included) {
      StaticFile script =
          StaticFile.of(
              "text/javascript; charset=utf-8",
              Buffer.buffer(Resources.text("/graphiql/" + SCRIPT)));
      router
          .route(PATH + SCRIPT)
          .method(HttpMethod.GET)
          .method(HttpMethod.HEAD)
          .order(ORDER)
          .handler(
              http -> {
                http.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
                script.send(http);
              });
    }
  }
}
