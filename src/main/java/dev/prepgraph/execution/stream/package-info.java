/** The events of subscriptions, between the features that have them and the transports. */
package dev.prepgraph.execution.stream;
