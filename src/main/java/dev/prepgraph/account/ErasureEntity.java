package dev.prepgraph.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** That an account was erased; nothing else of it stays. */
@Entity
@Table(schema = "viewer", name = "erasure")
class ErasureEntity {

  @Id UUID accountId;

  ErasureEntity() {}

  ErasureEntity(UUID accountId) {
    this.accountId = accountId;
  }
}
