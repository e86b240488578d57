package dev.prepgraph.calendar.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;

/** The calendar feed of an account, with the SHA-256 of its secret. */
@Entity
@Table(schema = "calendar", name = "feed")
@SQLRestriction("account_id = viewer.account_id()")
public class CalendarFeedEntity {

  @Id UUID accountId;

  byte[] digest;

  public Instant createdAt;

  CalendarFeedEntity() {}

  public CalendarFeedEntity(UUID accountId, byte[] digest, Instant createdAt) {
    this.accountId = accountId;
    this.digest = digest;
    this.createdAt = createdAt;
  }
}
