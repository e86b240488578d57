package dev.prepgraph.catalogue.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A question of the current publication, with its filter and sort columns. */
@Entity
@Immutable
@Table(schema = "catalogue", name = "question")
public class PublishedQuestionEntity {

  @Id UUID id;
  String slug;
  int revision;
  String type;
  String difficulty;
}
