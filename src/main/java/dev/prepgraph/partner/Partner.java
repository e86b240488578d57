package dev.prepgraph.partner;

import dev.prepgraph.partner.schema.PartnerBudget;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A partner.
 *
 * @param clientId the OAuth client of its services
 * @param loginClientId the OAuth client with which its site logs users in, or null
 * @param origins those whose pages may name the partner
 * @param budget its own; null for the default one
 * @param revokedAt null while it is active
 * @param version for optimistic locks
 * @param revision counts all changes of the partner and of what belongs to it
 */
public record Partner(
    UUID id,
    String slug,
    String name,
    String clientId,
    String loginClientId,
    Set<PartnerScope> scopes,
    Set<String> origins,
    PartnerBudget budget,
    Instant createdAt,
    Instant revokedAt,
    int version,
    int revision) {

  public boolean isActive() {
    return revokedAt == null;
  }

  public boolean has(PartnerScope scope) {
    return scopes.contains(scope);
  }
}
