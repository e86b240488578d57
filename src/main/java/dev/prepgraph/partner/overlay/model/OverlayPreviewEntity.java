package dev.prepgraph.partner.overlay.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A token that shows a partner's drafts until it expires; stored as its digest. */
@Entity
@Immutable
@Table(schema = "partner", name = "overlay_preview")
public class OverlayPreviewEntity {

  @Id byte[] digest;
  UUID partnerId;
  Instant expiresAt;

  protected OverlayPreviewEntity() {}

  public OverlayPreviewEntity(byte[] digest, UUID partnerId, Instant expiresAt) {
    this.digest = digest;
    this.partnerId = partnerId;
    this.expiresAt = expiresAt;
  }
}
