package dev.prepgraph.partner;

/**
 * The partner of a request.
 *
 * @param isMachine whether the partner's own service sends it with its credentials; else a page
 *     names the partner, which chooses what is shown but permits nothing
 */
public record PartnerIdentity(Partner partner, boolean isMachine) {

  /** A key for caches, which changes with everything that belongs to the partner. */
  public String cacheKey() {
    return partner.id() + " " + partner.revision();
  }
}
