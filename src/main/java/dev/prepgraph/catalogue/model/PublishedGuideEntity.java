package dev.prepgraph.catalogue.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A guide of the current publication, with its filter and sort columns. */
@Entity
@Immutable
@Table(schema = "catalogue", name = "guide")
public class PublishedGuideEntity {

  @Id UUID id;
  String slug;
  int revision;
  String family;
  String seniority;
  String[] criteria;
}
