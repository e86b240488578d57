package dev.prepgraph.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** The result of a creation under an idempotency key. */
@Entity
@Immutable
@Table(schema = "viewer", name = "idempotency_key")
class IdempotencyKeyEntity extends AccountOwned {

  @Id String key;
  byte[] input;
  String result;
  Instant createdAt;
}
