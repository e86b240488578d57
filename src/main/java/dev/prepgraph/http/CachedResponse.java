package dev.prepgraph.http;

import dev.prepgraph.common.Sha256;
import io.vertx.core.buffer.Buffer;
import java.util.Base64;

/** The body of a response to an anonymous query, shared by all clients. */
final class CachedResponse {

  private final Buffer body;
  private String digest;

  CachedResponse(Buffer body) {
    this.body = body;
  }

  Buffer body() {
    return body;
  }

  /** The strong entity tag in a media type: a digest of the body, equal on all replicas. */
  String entityTag(String mediaType) {
    if (digest == null) { // racing threads compute the same
      byte[] bytes = Sha256.begin().digest(body.getBytes());
      digest = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
    return '"' + digest + (ContentNegotiation.JSON.equals(mediaType) ? "" : "-graphql") + '"';
  }
}
