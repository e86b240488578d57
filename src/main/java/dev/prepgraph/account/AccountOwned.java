package dev.prepgraph.account;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;

/**
 * A row of one user's private data. Every query for it names the account, so that the database can
 * use its indexes; row-level security holds without that, too.
 */
@MappedSuperclass
@SQLRestriction("account_id = viewer.account_id()")
public abstract class AccountOwned {

  /** The column's default sets it; nothing is read back, so that inserts are batched. */
  @Column(insertable = false, updatable = false)
  private UUID accountId;
}
