package dev.prepgraph.partner.event.model;

import dev.prepgraph.partner.event.schema.WebhookDisabledReason;
import dev.prepgraph.partner.event.schema.WebhookEventType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.UuidGenerator;

/** An endpoint of a partner. */
@Entity
@Table(schema = "partner", name = "endpoint")
public class EndpointEntity {

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  public UUID partnerId;
  public String url;
  String[] types;
  public boolean enabled;

  @Enumerated(EnumType.STRING)
  public WebhookDisabledReason disabledReason;

  /** The last event of the log that has been fanned out. */
  public long position;

  public int secretVersion;
  public String secretKey;
  public String previousKey;
  public Instant previousUntil;
  public int version;
  public Instant createdAt;

  public List<WebhookEventType> types() {
    return Stream.of(types).map(WebhookEventType::valueOf).toList();
  }

  public void setTypes(Collection<WebhookEventType> types) {
    this.types =
        types.stream().distinct().sorted().map(WebhookEventType::name).toArray(String[]::new);
  }
}
