package dev.prepgraph.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The baseline of the benchmark: a route that answers POST with the bytes that PUT gave it. Only in bench builds. */
@ApplicationScoped
public class BareRoute {

  private volatile Buffer bytes = Buffer.buffer();

  void register(@Observes Router router) {
    router
        .route(HttpMethod.PUT, "/bare")
        .handler(BodyHandler.create(false))
        .handler(
            context -> {
              bytes = context.body().buffer();
              context.response().setStatusCode(204).end();
            });
    router
        .route(HttpMethod.POST, "/bare")
        .handler(
            context ->
                context.response().putHeader("Content-Type", "application/graphql-response+json").end(bytes));
  }
}
