package dev.prepgraph.common.negotiation;

import dev.prepgraph.common.Sha256;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** A file that is the same for all clients, cached plain and compressed. */
public final class StaticFile {

  private final String mediaType;
  private final Representations representations;
  private final String digest;

  private StaticFile(String mediaType, Representations representations, String digest) {
    this.mediaType = mediaType;
    this.representations = representations;
    this.digest = digest;
  }

  public static StaticFile of(String mediaType, Buffer plain) {
    return new StaticFile(
        mediaType, new Representations(plain, Effort.THOROUGH), Sha256.tag(plain.getBytes()));
  }

  /** Sends it, or 304 to a client that has it; compresses on a worker. */
  public void send(RoutingContext http) {
    List<ContentCoding> accepted = ContentCoding.accepted(http.request());
    String vary = http.response().headers().get(HttpHeaders.VARY);
    http.response()
        .putHeader(HttpHeaders.VARY, vary == null ? "Accept-Encoding" : "Accept-Encoding, " + vary);
    String known = EntityTags.known(http.request(), accepted, this::tag);
    if (known != null) {
      http.response().putHeader(HttpHeaders.ETAG, known).setStatusCode(304).end();
    } else if (representations.lacks(accepted)) {
      http.vertx()
          .executeBlocking(
              () -> {
                representations.add(accepted);
                return representations;
              },
              false)
          .onComplete(done -> write(http, representations.coding(accepted)));
    } else {
      write(http, representations.coding(accepted));
    }
  }

  private String tag(ContentCoding coding) {
    return '"' + digest + coding.tagSuffix() + '"';
  }

  private void write(RoutingContext http, ContentCoding coding) {
    HttpServerResponse response = http.response();
    response
        .putHeader(HttpHeaders.ETAG, tag(coding))
        .putHeader(HttpHeaders.CONTENT_TYPE, mediaType);
    if (coding != ContentCoding.IDENTITY) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, coding.header());
    }
    Buffer body = representations.in(coding);
    if (http.request().method() == HttpMethod.HEAD) { // by HTTP/2, Vert.x would send the body
      response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length())).end();
    } else {
      response.end(body);
    }
  }
}
