package dev.prepgraph.catalogue.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A revision of the taxonomy, in effect from its publication on. */
@Entity
@Immutable
@Table(schema = "catalogue", name = "taxonomy_revision")
public class TaxonomyRevisionEntity {

  @Id int publication;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(columnDefinition = "json")
  TaxonomyDocument document;
}
