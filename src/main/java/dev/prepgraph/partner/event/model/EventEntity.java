package dev.prepgraph.partner.event.model;

import dev.prepgraph.partner.event.schema.WebhookEventType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An event of the log; publications and erasures write theirs by SQL. */
@Entity
@Immutable
@Table(schema = "partner", name = "event")
public class EventEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long number;

  UUID id;

  /** Null for an event of all partners. */
  UUID partnerId;

  @Enumerated(EnumType.STRING)
  WebhookEventType type;

  UUID subject;
  String payload;
  Instant createdAt;

  protected EventEntity() {}

  /** An event for one partner, without an order among others. */
  public EventEntity(
      UUID id, UUID partnerId, WebhookEventType type, String payload, Instant createdAt) {
    this.id = id;
    this.partnerId = partnerId;
    this.type = type;
    this.subject = id;
    this.payload = payload;
    this.createdAt = createdAt;
  }
}
