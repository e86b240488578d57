package dev.prepgraph.http.stream;

import dev.prepgraph.http.CallerKey;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;

/**
 * The sender of a stream's operations.
 *
 * @param http the request that opened the stream
 * @param caller null for an anonymous client
 */
record StreamClient(RoutingContext http, SecurityIdentity caller) {

  String key() {
    return CallerKey.of(http, caller);
  }
}
