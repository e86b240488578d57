package dev.prepgraph.partner.overlay.model;

import dev.prepgraph.partner.overlay.content.OverlayContent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/**
 * What a partner adds to a guide, to those of a family, or to all: a draft and what is published.
 */
@Entity
@Table(schema = "partner", name = "overlay")
public class OverlayEntity {

  @Id
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  @Column(updatable = false)
  public UUID partnerId;

  /** Null for the guides of a family, and for all. */
  @Column(updatable = false)
  public UUID guideId;

  /** Slug of a family; null for one guide, and for all. */
  @Column(updatable = false)
  public String family;

  public int version;

  /** Null while nothing is published. */
  public Integer publishedVersion;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(columnDefinition = "json")
  public List<OverlayContent> draft;

  /** Null while nothing is published. */
  @JdbcTypeCode(SqlTypes.JSON)
  @Column(columnDefinition = "json")
  public List<OverlayContent> published;

  public Instant changedAt;
  public Instant publishedAt;

  protected OverlayEntity() {}

  public OverlayEntity(UUID partnerId, UUID guideId, String family) {
    this.partnerId = partnerId;
    this.guideId = guideId;
    this.family = family;
  }

  /** Replaces the draft. */
  public void save(List<OverlayContent> contents, Instant now) {
    draft = contents;
    version++;
    changedAt = now;
  }

  /** Publishes the draft. */
  public void publish(Instant now) {
    published = draft;
    publishedVersion = version;
    publishedAt = now;
  }
}
