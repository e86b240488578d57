package dev.prepgraph.http.negotiation;

import dev.prepgraph.common.Sha256;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** A file that is the same for all clients, cached plain and compressed. */
public final class StaticFile {

  private final String mediaType;
  private final Buffer plain;
  private final Buffer compressed;
  private final String tag;

  private StaticFile(String mediaType, Buffer plain, Buffer compressed, String tag) {
    this.mediaType = mediaType;
    this.plain = plain;
    this.compressed = compressed;
    this.tag = tag;
  }

  public static StaticFile of(String mediaType, Buffer plain) {
    String digest = Sha256.tag(plain.getBytes());
    return new StaticFile(mediaType, plain, Gzip.compress(plain), "\"" + digest + "\"");
  }

  /** Sends it, or 304 to a client that has it. */
  public void send(RoutingContext http) {
    HttpServerRequest request = http.request();
    HttpServerResponse response = http.response();
    String vary = response.headers().get(HttpHeaders.VARY);
    response
        .putHeader(HttpHeaders.VARY, vary == null ? "Accept-Encoding" : "Accept-Encoding, " + vary)
        // weak, because it is the same in all codings
        .putHeader(HttpHeaders.ETAG, "W/" + tag);
    if (EntityTags.isKnown(request.headers().getAll(HttpHeaders.IF_NONE_MATCH), tag)) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType);
    Buffer body = plain;
    if (Gzip.isAccepted(request.headers().getAll(HttpHeaders.ACCEPT_ENCODING))) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, Gzip.CODING);
      body = compressed;
    }
    if (request.method() == HttpMethod.HEAD) { // by HTTP/2, Vert.x would send the body
      response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length())).end();
    } else {
      response.end(body);
    }
  }
}
