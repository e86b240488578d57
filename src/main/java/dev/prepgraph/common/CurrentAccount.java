package dev.prepgraph.common;

import java.util.UUID;

/** The account of the current user, for features below that of accounts. */
public interface CurrentAccount {

  /** Rejects a request that is not a user's; creates the account at the first login. */
  UUID requireId();
}
