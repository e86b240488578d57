package dev.prepgraph.account;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;

/**
 * A row of private data. Every query filters by the account, so that the database can use its
 * indexes; row-level security holds without it.
 */
@MappedSuperclass
@SQLRestriction("account_id = viewer.account_id()")
public abstract class AccountOwned {

  /** Set by the column's default and not read back, so that inserts are batched. */
  @Column(insertable = false, updatable = false)
  private UUID accountId;
}
