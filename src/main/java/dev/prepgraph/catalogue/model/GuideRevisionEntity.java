package dev.prepgraph.catalogue.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A published revision of a guide. */
@Entity
@Immutable
@Table(schema = "catalogue", name = "guide_revision")
public class GuideRevisionEntity {

  /** The guide and its revision. */
  @Embeddable
  public record Key(UUID guideId, int revision) {}

  @EmbeddedId Key key;

  int publication;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(columnDefinition = "json")
  GuideDocument document;
}
