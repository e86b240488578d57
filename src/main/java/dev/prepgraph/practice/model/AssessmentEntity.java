package dev.prepgraph.practice.model;

import dev.prepgraph.account.AccountOwned;
import dev.prepgraph.account.change.AccountChange;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.answer.schema.SavedAnswer;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The user's rating of a revision of a saved answer by one criterion. */
@Entity
@Table(schema = "practice", name = "assessment")
public class AssessmentEntity extends AccountOwned {

  /** The revision, and the slug of the criterion. */
  @Embeddable
  public record Key(UUID answerId, int version, String criterion) {}

  @EmbeddedId public Key key;

  public int score;

  public Instant assessedAt;

  protected AssessmentEntity() {}

  public AssessmentEntity(Key key, int score, Instant assessedAt) {
    this.key = key;
    rate(score, assessedAt);
  }

  public final void rate(int newScore, Instant at) {
    score = newScore;
    assessedAt = at;
  }

  @Override
  protected AccountChange change(boolean removed) {
    return AccountChange.saved(ViewerChangeKind.ANSWER, SavedAnswer.KIND, key.answerId());
  }
}
