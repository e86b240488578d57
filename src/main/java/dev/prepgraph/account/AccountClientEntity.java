package dev.prepgraph.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** An OAuth client of a partner that the account was used with. */
@Entity
@Immutable
@Table(schema = "viewer", name = "account_client")
class AccountClientEntity extends AccountOwned {

  @Id String clientId;
  String issuer;
}
