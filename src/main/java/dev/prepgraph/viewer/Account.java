package dev.prepgraph.viewer;

import java.util.UUID;

/**
 * The account that a transaction acts for.
 *
 * @param id its key
 */
public record Account(UUID id) {}
