package dev.prepgraph.http;

import dev.prepgraph.common.Sha256;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.execution.GraphQLConfig;
import dev.prepgraph.execution.ResponseError;
import dev.prepgraph.execution.typesystem.SchemaText;
import dev.prepgraph.http.negotiation.Gzip;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;

/** Serves the schema as a file, for code generators and people, in place of SmallRye's route. */
@ApplicationScoped
public class SchemaRoute {

  public static final String PATH = "/graphql/schema.graphql";

  private record File(Buffer text, Buffer compressed, String tag) {

    private static File of(String schema) {
      Buffer text = Buffer.buffer(schema);
      String digest = HexFormat.of().formatHex(Sha256.begin().digest(text.getBytes()), 0, 16);
      return new File(text, Gzip.compress(text), "\"" + digest + "\"");
    }
  }

  private final SchemaText schema;
  private final GraphQLConfig config;
  private File file;

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
    File sent = file();
    HttpServerResponse response =
        http.response()
            .putHeader(HttpHeaders.VARY, "Accept-Encoding, Origin")
            // weak, because it is the same in all codings
            .putHeader(HttpHeaders.ETAG, "W/" + sent.tag())
            .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=" + config.maxAge().toSeconds());
    var known = http.request().headers().getAll(HttpHeaders.IF_NONE_MATCH);
    if (ContentNegotiation.isKnown(known, sent.tag())) {
      response.setStatusCode(304).end();
    } else {
      // as text, which browsers show
      response.putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8");
      Buffer body = sent.text();
      if (Gzip.isAccepted(http.request().headers().getAll(HttpHeaders.ACCEPT_ENCODING))) {
        response.putHeader(HttpHeaders.CONTENT_ENCODING, Gzip.CODING);
        body = sent.compressed();
      }
      if (http.request().method() == HttpMethod.HEAD) { // by HTTP/2, Vert.x would send the body
        response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length())).end();
      } else {
        response.end(body);
      }
    }
  }

  /** Printed at the first request, so that the start does not wait for it. */
  private synchronized File file() {
    if (file == null) {
      file = File.of(schema.get());
    }
    return file;
  }
}
