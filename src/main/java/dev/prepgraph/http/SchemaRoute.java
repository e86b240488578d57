package dev.prepgraph.http;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.negotiation.StaticFile;
import dev.prepgraph.execution.GraphQLConfig;
import dev.prepgraph.execution.ResponseError;
import dev.prepgraph.execution.typesystem.SchemaText;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Serves the schema as a file, for code generators and people, in place of SmallRye's route. */
@ApplicationScoped
public class SchemaRoute {

  public static final String PATH = "/graphql/schema.graphql";

  private final SchemaText schema;
  private final GraphQLConfig config;
  private StaticFile file;

  SchemaRoute(SchemaText schema, GraphQLConfig config) {
    this.schema = schema;
    this.config = config;
  }

  void register(@Observes Router router) {
    router
        .route(PATH)
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .order(GraphQLRoute.ORDER)
        .blockingHandler(config.introspection() ? this::send : SchemaRoute::refuse, false);
  }

  private static void refuse(RoutingContext http) {
    http.response()
        .setStatusCode(404)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
        .end(
            ResponseWriter.json(ResponseError.of(ErrorCode.NOT_FOUND, "The schema is not served")));
  }

  private void send(RoutingContext http) {
    http.response()
        .putHeader(HttpHeaders.VARY, "Origin")
        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=" + config.maxAge().toSeconds());
    file().send(http);
  }

  /** Printed at the first request, so that the start does not wait for it. */
  private synchronized StaticFile file() {
    if (file == null) {
      // as text, which browsers show
      file = StaticFile.of("text/plain; charset=utf-8", Buffer.buffer(schema.get()));
    }
    return file;
  }
}
