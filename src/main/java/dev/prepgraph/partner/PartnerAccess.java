package dev.prepgraph.partner;

import dev.prepgraph.common.CurrentAccount;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.error.UserErrorException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Decides whose partner a request may manage: admins, users with a role, all of them. */
@ApplicationScoped
public class PartnerAccess {

  private static final String ADMIN = "admin";

  private final SecurityIdentity identity;
  private final CurrentAccount account;
  private final CurrentPartner current;
  private final PartnerDirectory directory;

  PartnerAccess(
      SecurityIdentity identity,
      CurrentAccount account,
      CurrentPartner current,
      PartnerDirectory directory) {
    this.identity = identity;
    this.account = account;
    this.current = current;
    this.directory = directory;
  }

  public boolean isAdmin() {
    return !identity.isAnonymous() && identity.hasRole(ADMIN) && current.machine().isEmpty();
  }

  /** Rejects other callers. */
  public void require() {
    if (identity.isAnonymous()) {
      throw new RequestException(ErrorCode.UNAUTHENTICATED, "Log in first");
    }
    if (!isAdmin()) {
      throw new RequestException(ErrorCode.FORBIDDEN, "This needs the role of an admin");
    }
  }

  /** Rejects other callers; returns the admin's account, for the audit log. */
  public UUID requireAccount() {
    require();
    return account.requireId();
  }

  /**
   * The partner that the caller may manage: its own with a scope, or any for an admin.
   *
   * @param slug null for the caller's own partner
   * @return empty for an unknown partner, and another than the caller's own
   */
  public Optional<Partner> partner(String slug, PartnerScope scope) {
    if (slug != null && isAdmin()) {
      return directory.bySlug(slug);
    }
    return Optional.of(current.require(scope))
        .filter(own -> slug == null || slug.equals(own.slug()));
  }

  /** As {@link #partner}; rejects the input of a mutation that names another one. */
  public Partner requirePartner(String slug, PartnerScope scope) {
    return partner(slug, scope)
        .orElseThrow(
            () ->
                UserErrorException.notFound("an active partner of the caller", "input", "partner"));
  }
}
