package dev.prepgraph.catalogue.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A question of the current publication, with its filter and sort columns. */
@Entity
@Immutable
@Table(schema = "catalogue", name = "question")
public class PublishedQuestionEntity {

  @Id UUID id;
  String slug;
  int revision;
  Instant publishedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(columnDefinition = "json")
  List<Localization> localizations;

  String type;
  String difficulty;
}
