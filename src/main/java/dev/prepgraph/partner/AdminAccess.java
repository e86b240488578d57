package dev.prepgraph.partner;

import dev.prepgraph.common.CurrentAccount;
import dev.prepgraph.common.error.ErrorCode;
import dev.prepgraph.common.error.RequestException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The right of admins, who are users with a role, to manage partners. */
@ApplicationScoped
public class AdminAccess {

  private static final String ADMIN = "admin";

  private final SecurityIdentity identity;
  private final CurrentAccount account;
  private final CurrentPartner partner;

  AdminAccess(SecurityIdentity identity, CurrentAccount account, CurrentPartner partner) {
    this.identity = identity;
    this.account = account;
    this.partner = partner;
  }

  public boolean isAdmin() {
    return !identity.isAnonymous() && identity.hasRole(ADMIN) && partner.machine().isEmpty();
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
}
