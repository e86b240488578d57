package dev.prepgraph.partner.event.model;

import dev.prepgraph.partner.event.delivery.DeliveryFailure;
import dev.prepgraph.partner.event.schema.WebhookDeliveryState;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** The delivery of an event to an endpoint. Workers change it by SQL. */
@Entity
@Table(schema = "partner", name = "delivery")
public class DeliveryEntity {

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  UUID partnerId;
  UUID endpointId;
  long number;
  UUID subject;

  @Enumerated(EnumType.STRING)
  WebhookDeliveryState state;

  int attempts;
  Instant dueAt;
  UUID lease;
  Instant leasedUntil;
  Integer status;

  @Enumerated(EnumType.STRING)
  DeliveryFailure failure;

  Instant createdAt;
  Instant finishedAt;
  Instant expiresAt;

  protected DeliveryEntity() {}

  /** A delivery that is due at once. */
  public DeliveryEntity(
      EndpointEntity endpoint, long number, UUID subject, Instant now, Instant expiresAt) {
    this.partnerId = endpoint.partnerId;
    this.endpointId = endpoint.id;
    this.number = number;
    this.subject = subject;
    this.state = WebhookDeliveryState.PENDING;
    this.dueAt = now;
    this.createdAt = now;
    this.expiresAt = expiresAt;
  }
}
