package dev.prepgraph.partner.page;

import dev.prepgraph.common.Sha256;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.negotiation.ContentCoding;
import dev.prepgraph.common.negotiation.Effort;
import dev.prepgraph.common.negotiation.EntityTags;
import dev.prepgraph.common.negotiation.Representations;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Responses that all clients and caches may share. */
@ApplicationScoped
class PublicResponses {

  private static final String VARY_BY_CODING = "Accept-Encoding, Origin";

  private final Duration maxAge;
  private final PageConfig config;

  PublicResponses(
      @ConfigProperty(name = "prepgraph.graphql.max-age", defaultValue = "30s") Duration maxAge,
      PageConfig config) {
    this.maxAge = maxAge;
    this.config = config;
  }

  /** A response with an entity tag of its body. */
  Response.ResponseBuilder of(HttpServerRequest request, String mediaType, byte[] body) {
    return of(request, mediaType, Sha256.tag(body), () -> body);
  }

  /**
   * @param version equal exactly for equal bodies
   * @param body only called where the client does not have it
   */
  Response.ResponseBuilder of(
      HttpServerRequest request, String mediaType, String version, Supplier<byte[]> body) {
    String tag = tag(version, ContentCoding.IDENTITY);
    String known = EntityTags.known(request, List.of(ContentCoding.IDENTITY), coding -> tag);
    return shared(
        known == null ? Response.ok(body.get()).type(mediaType) : Response.notModified(),
        tag,
        "Origin");
  }

  /**
   * A response that is compressed as the client accepts it.
   *
   * @param body must not repeat what the request says, as nothing that does is compressed
   */
  Response.ResponseBuilder compressed(HttpServerRequest request, String mediaType, byte[] body) {
    List<ContentCoding> accepted = ContentCoding.accepted(request);
    String version = Sha256.tag(body);
    String known = EntityTags.known(request, accepted, coding -> tag(version, coding));
    if (known != null) {
      return shared(Response.notModified(), known, VARY_BY_CODING);
    }
    Representations representations = new Representations(Buffer.buffer(body), Effort.QUICK);
    representations.add(accepted);
    ContentCoding coding = representations.coding(accepted);
    Response.ResponseBuilder response =
        Response.ok(representations.in(coding).getBytes()).type(mediaType);
    if (coding != ContentCoding.IDENTITY) {
      response.header(HttpHeaders.CONTENT_ENCODING, coding.header());
    }
    return shared(response, tag(version, coding), VARY_BY_CODING);
  }

  private static String tag(String version, ContentCoding coding) {
    return '"' + version + coding.tagSuffix() + '"';
  }

  private Response.ResponseBuilder shared(
      Response.ResponseBuilder response, String tag, String vary) {
    return response
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.VARY, vary)
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
