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

/** A published revision of a question. */
@Entity
@Immutable
@Table(schema = "catalogue", name = "question_revision")
public class QuestionRevisionEntity {

  /** The question and its revision. */
  @Embeddable
  public record Key(UUID questionId, int revision) {}

  @EmbeddedId Key key;

  int publication;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(columnDefinition = "json")
  QuestionDocument document;
}
