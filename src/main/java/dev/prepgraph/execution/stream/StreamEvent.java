package dev.prepgraph.execution.stream;

/**
 * An event of a subscription.
 *
 * @param key of what changed; a later event with the same key replaces one that still waits
 * @param value what the subscription's field resolves to
 */
public record StreamEvent(Object key, Object value) {}
