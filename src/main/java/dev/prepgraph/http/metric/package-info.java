/** Metrics of requests, whose series are bounded whatever clients send. */
package dev.prepgraph.http.metric;
