package dev.prepgraph.answer.model;

import dev.prepgraph.account.AccountOwned;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The content of a saved answer after one save. */
@Entity
@Immutable
@Table(schema = "answer", name = "answer_revision")
public class AnswerRevisionEntity extends AccountOwned {

  /** The answer and its version. */
  @Embeddable
  public record Key(UUID answerId, int version) {}

  @EmbeddedId Key key;

  @Embedded AnswerContent content;

  Instant savedAt;
}
