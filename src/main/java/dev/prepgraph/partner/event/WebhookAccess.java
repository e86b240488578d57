package dev.prepgraph.partner.event;

import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.partner.AdminAccess;
import dev.prepgraph.partner.CurrentPartner;
import dev.prepgraph.partner.Partner;
import dev.prepgraph.partner.PartnerDirectory;
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
  private final PartnerDirectory directory;
  private final AdminAccess admins;

  WebhookAccess(CurrentPartner current, PartnerDirectory directory, AdminAccess admins) {
    this.current = current;
    this.directory = directory;
    this.admins = admins;
  }

  /** All partners for an admin, else the one whose service asks; rejects other requests. */
  Partners require() {
    return admins.isAdmin() ? Partners.ALL : Partners.of(current.require(PartnerScope.EVENTS));
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
    return admins.isAdmin()
        ? Optional.of(Partners.ALL)
        : current.machine().filter(partner -> partner.has(PartnerScope.EVENTS)).map(Partners::of);
  }

  /**
   * The partner that an input names.
   *
   * @param slug null for the caller's own
   */
  Partner requirePartner(String slug) {
    Optional<Partner> found =
        slug != null && admins.isAdmin()
            ? directory.bySlug(slug)
            : Optional.of(current.require(PartnerScope.EVENTS))
                .filter(own -> slug == null || slug.equals(own.slug()));
    return found.orElseThrow(
        () -> UserErrorException.notFound("an active partner of the caller", "input", "partner"));
  }
}
