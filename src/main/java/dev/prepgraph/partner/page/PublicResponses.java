package dev.prepgraph.partner.page;

import dev.prepgraph.common.Sha256;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Responses that all clients and caches may share. */
@ApplicationScoped
class PublicResponses {

  private final Duration maxAge;
  private final PageConfig config;

  PublicResponses(
      @ConfigProperty(name = "prepgraph.graphql.max-age", defaultValue = "30s") Duration maxAge,
      PageConfig config) {
    this.maxAge = maxAge;
    this.config = config;
  }

  /** A response with an entity tag of its body. */
  Response.ResponseBuilder of(Request request, String mediaType, byte[] body) {
    return of(request, mediaType, Sha256.tag(body), () -> body);
  }

  /**
   * @param version equal exactly for equal bodies
   * @param body only called where the client does not have it
   */
  Response.ResponseBuilder of(
      Request request, String mediaType, String version, Supplier<byte[]> body) {
    // Weak, because compressing proxies weaken a strong tag, which would never match again.
    EntityTag tag = new EntityTag(version, true);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response =
        unchanged == null ? Response.ok(body.get()).type(mediaType) : unchanged;
    return response
        .tag(tag)
        .header(HttpHeaders.VARY, "Origin")
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + maxAge.toSeconds());
  }

  /** The address at which the client reaches this service, without a slash at its end. */
  String address(HttpServerRequest request) {
    return config
        .publicUrl()
        .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
        .orElseGet(() -> request.scheme() + "://" + host(request));
  }

  /** A client of HTTP/1.0 may not name it. */
  private static String host(HttpServerRequest request) {
    return request.authority() == null ? "localhost" : request.authority().toString();
  }

  static RequestException notFound(String message) {
    return new RequestException(ErrorCode.NOT_FOUND, message);
  }
}
