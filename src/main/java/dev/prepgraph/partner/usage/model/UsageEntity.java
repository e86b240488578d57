package dev.prepgraph.partner.usage.model;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** How often a partner used something on a day. */
@Entity
@Immutable
@Table(schema = "partner", name = "usage")
public class UsageEntity {

  /** What was used. */
  @Embeddable
  public record Key(
      UUID partnerId, LocalDate day, @Enumerated(EnumType.STRING) UsageKind kind, String key) {}

  @EmbeddedId Key key;
  long amount;
}
