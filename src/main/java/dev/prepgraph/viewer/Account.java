package dev.prepgraph.viewer;

import java.time.Instant;
import java.util.UUID;

/**
 * The account that a transaction acts for.
 *
 * @param id its key
 * @param now the time of the transaction, by the service's clock and to the microsecond, which is
 *     what the database stamps, too
 */
public record Account(UUID id, Instant now) {}
