package dev.prepgraph.account;

import dev.prepgraph.common.limits.MemoryBudget;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;

/**
 * A row of private data. Every query filters by the account, so that the database can use its
 * indexes; row-level security holds without it.
 */
@MappedSuperclass
@SQLRestriction("account_id = viewer.account_id()")
public abstract class AccountOwned {

  private static final int HEAP_BYTES = 400;

  /** Set by the column's default and not read back, so that inserts are batched. */
  @Column(insertable = false, updatable = false)
  private UUID accountId;

  /** Charges the entity to the request; its texts are charged when they are read. */
  @PostLoad
  void charge() {
    MemoryBudget.charge(HEAP_BYTES);
  }
}
