package dev.prepgraph.http;

import dev.prepgraph.common.Sha256;
import io.vertx.core.buffer.Buffer;
import java.util.Base64;

/** The body of a response to an anonymous query, which every client may share. */
public final class CachedResponse {

  private final Buffer body;
  private String digest;

  CachedResponse(Buffer body) {
    this.body = body;
  }

  public Buffer body() {
    return body;
  }

  /**
   * The strong entity tag of the body in a media type. It names the content and not the request, so
   * that it holds across releases, replicas and restored databases.
   */
  public String entityTag(String mediaType) {
    if (digest == null) { // threads that race compute the same
      byte[] bytes = Sha256.begin().digest(body.getBytes());
      digest = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
    return '"' + digest + (ContentNegotiation.JSON.equals(mediaType) ? "" : "-graphql") + '"';
  }
}
