package dev.prepgraph.account;

import dev.prepgraph.account.change.AccountChange;
import dev.prepgraph.account.change.AccountChanges;
import dev.prepgraph.common.limits.MemoryBudget;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
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

  /**
   * What a write of this row changes for the user; null where a write of another row tells it.
   *
   * @param removed whether the row is deleted
   */
  protected AccountChange change(boolean removed) {
    return null;
  }

  @PostPersist
  @PostUpdate
  void written() {
    AccountChanges.add(change(false));
  }

  @PostRemove
  void removed() {
    AccountChanges.add(change(true));
  }

  /** Charges the entity to the request; its texts are charged when they are read. */
  @PostLoad
  void charge() {
    MemoryBudget.charge(HEAP_BYTES);
  }
}
