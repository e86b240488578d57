package dev.prepgraph.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;

/** The account of the transaction: one row, from which queries may start. */
@Entity
@Table(schema = "viewer", name = "account")
@SQLRestriction("id = viewer.account_id()")
public class AccountEntity {

  @Id UUID id;
  String issuer;
  String subject;
  Instant createdAt;
}
