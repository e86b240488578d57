package dev.prepgraph.interview.model;

import dev.prepgraph.account.AccountOwned;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A gap that the user found in an interview. */
@Entity
@Immutable
@Table(schema = "interview", name = "gap")
public class GapEntity extends AccountOwned {

  /**
   * A question or a criterion.
   *
   * @param questionId the question, or null
   * @param criterion the slug of the criterion, or null
   */
  @Embeddable
  public record Gap(UUID questionId, String criterion, String note) {}

  @EmbeddedId DebriefEntryKey key;

  @Embedded Gap content;

  GapEntity() {}

  public GapEntity(UUID interviewId, int number, Gap content) {
    this.key = new DebriefEntryKey(interviewId, number);
    this.content = content;
  }
}
