/** Operations over WebSockets and server-sent events, which stay open for subscriptions. */
package dev.prepgraph.http.stream;
