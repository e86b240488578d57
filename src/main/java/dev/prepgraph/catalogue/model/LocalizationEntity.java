package dev.prepgraph.catalogue.model;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A published or withdrawn object in a language, with the revision of its last change. */
@Entity
@Immutable
@Table(schema = "catalogue", name = "localization")
public class LocalizationEntity {

  /** The object and the locale. */
  @Embeddable
  public record Key(String kind, UUID id, String locale) {}

  @EmbeddedId Key key;

  String slug;
  boolean published;
  int firstRevision;
  int publishedRevision;
  int changedRevision;
}
