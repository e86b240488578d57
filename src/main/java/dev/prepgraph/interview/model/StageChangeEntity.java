package dev.prepgraph.interview.model;

import dev.prepgraph.account.AccountOwned;
import dev.prepgraph.account.change.AccountChange;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.interview.schema.Interview;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A move of an interview into a stage. A later move with an earlier time overrides the time of this
 * one.
 */
@Entity
@Table(schema = "interview", name = "stage_change")
public class StageChangeEntity extends AccountOwned {

  /** The interview and the number of the move, from 1. */
  @Embeddable
  public record Key(UUID interviewId, int number) {}

  @EmbeddedId public Key key;

  @Column(updatable = false)
  UUID stageId;

  public Instant enteredAt;

  StageChangeEntity() {}

  public StageChangeEntity(UUID interviewId, int number, UUID stageId, Instant enteredAt) {
    this.key = new Key(interviewId, number);
    this.stageId = stageId;
    this.enteredAt = enteredAt;
  }

  @Override
  protected AccountChange change(boolean removed) {
    return AccountChange.saved(ViewerChangeKind.INTERVIEW, Interview.KIND, key.interviewId());
  }
}
