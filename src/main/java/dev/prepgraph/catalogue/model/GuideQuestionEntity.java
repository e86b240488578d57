package dev.prepgraph.catalogue.model;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The position of a published question in a published guide. */
@Entity
@Immutable
@Table(schema = "catalogue", name = "guide_question")
public class GuideQuestionEntity {

  /** The guide and the position in it. */
  @Embeddable
  public record Key(UUID guideId, int position) {}

  @EmbeddedId Key key;

  UUID questionId;
}
