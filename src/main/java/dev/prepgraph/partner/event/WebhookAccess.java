package dev.prepgraph.partner.event;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.partner.CurrentPartner;
import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.PartnerAccess;
import dev.prepgraph.partner.PartnerScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Decides whose webhooks a request may see and change. */
@ApplicationScoped
class WebhookAccess {

  /**
   * The partners whose webhooks a request may use.
   *
   * @param partner null for all of them
   */
  record Partners(UUID partner) {

    private static final Partners ALL = new Partners(null);

    private static Partners of(Partner partner) {
      return new Partners(partner.id());
    }

    boolean contains(UUID other) {
      return partner == null || partner.equals(other);
    }
  }

  private final CurrentPartner current;
  private final PartnerAccess partners;

  WebhookAccess(CurrentPartner current, PartnerAccess partners) {
    this.current = current;
    this.partners = partners;
  }

  /** All partners for an admin, else the one whose service asks; rejects other requests. */
  Partners require() {
    return partners.isAdmin() ? Partners.ALL : Partners.of(current.require(PartnerScope.EVENTS));
  }

  /** Rejects a request that may not use the webhooks of all these partners. */
  void require(Collection<UUID> partners) {
    if (!partners.stream().allMatch(require()::contains)) {
      throw new RequestException(
          ErrorCode.FORBIDDEN, "This needs the credentials of the partner or the role of an admin");
    }
  }

  /** As {@link #require}; empty for other requests. */
  Optional<Partners> find() {
    return partners.isAdmin()
        ? Optional.of(Partners.ALL)
        : current.machine().filter(partner -> partner.has(PartnerScope.EVENTS)).map(Partners::of);
  }

  /**
   * The partner that an input names.
   *
   * @param slug null for the caller's own
   */
  Partner requirePartner(String slug) {
    return partners.requirePartner(slug, PartnerScope.EVENTS);
  }
}
