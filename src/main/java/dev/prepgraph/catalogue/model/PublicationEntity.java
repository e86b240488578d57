package dev.prepgraph.catalogue.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A publication; the one with the greatest revision is current. */
@Entity
@Immutable
@Table(schema = "catalogue", name = "publication")
public class PublicationEntity {

  @Id int revision;
  Instant publishedAt;
  String[] locales;
  String[] formerLocales;
}
