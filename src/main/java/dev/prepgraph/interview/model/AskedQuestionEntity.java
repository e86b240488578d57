package dev.prepgraph.interview.model;

import dev.prepgraph.account.AccountOwned;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A question that was asked in an interview. */
@Entity
@Immutable
@Table(schema = "interview", name = "asked_question")
public class AskedQuestionEntity extends AccountOwned {

  /**
   * A question with a rating of the user's answer.
   *
   * @param questionId the question of the catalogue, or null
   * @param text the wording, or null where it is that of the catalogue
   */
  @Embeddable
  public record Asked(UUID questionId, String text, int rating, String notes) {}

  @EmbeddedId DebriefEntryKey key;

  @Embedded Asked content;

  AskedQuestionEntity() {}

  public AskedQuestionEntity(UUID interviewId, int number, Asked content) {
    this.key = new DebriefEntryKey(interviewId, number);
    this.content = content;
  }
}
