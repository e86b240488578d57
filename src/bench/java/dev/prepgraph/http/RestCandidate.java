package dev.prepgraph.http;

import dev.prepgraph.common.language.AcceptLanguage;
import dev.prepgraph.common.language.RequestLanguage;
import dev.prepgraph.common.negotiation.ContentCoding;
import dev.prepgraph.execution.GraphQLRequest;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * The warm path of GraphQLRoute as a Quarkus REST resource, with the framework's negotiation, for comparison: it serves what
 * the route has put into the response cache. Only in bench builds.
 */
@Path("/rest/graphql")
public class RestCandidate {

  private final ResponseCache responses;

  RestCandidate(ResponseCache responses) {
    this.responses = responses;
  }

  @POST
  @NonBlocking
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({"application/graphql-response+json", MediaType.APPLICATION_JSON})
  public Response post(byte[] body, @Context RoutingContext http) {
    var language = new RequestLanguage(AcceptLanguage.of(List.of()));
    ResponseCache.Entry entry =
        responses
            .key(http, ResponseCache.digest(GraphQLRequest.ofBody(Buffer.buffer(body))), language)
            .map(responses::get)
            .orElse(null);
    if (entry == null) {
      return Response.status(404).build();
    }
    String tag = entry.entityTag(MediaType.APPLICATION_JSON, ContentCoding.IDENTITY);
    return Response.ok(entry.body().plain())
        .header("ETag", tag)
        .header("Vary", "Accept, Authorization")
        .header("Cache-Control", "no-store")
        .build();
  }
}
