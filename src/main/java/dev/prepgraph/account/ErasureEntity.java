package dev.prepgraph.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The record of an account's erasure, which leaves nothing else. */
@Entity
@Table(schema = "viewer", name = "erasure")
class ErasureEntity {

  @Id UUID accountId;

  ErasureEntity() {}

  ErasureEntity(UUID accountId) {
    this.accountId = accountId;
  }
}
