package dev.prepgraph.interview.model;

import dev.prepgraph.account.AccountOwned;
import dev.prepgraph.account.change.AccountChange;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.interview.schema.Interview;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UuidGenerator;

/** An interview in one of its user's stages. */
@Entity
@DynamicUpdate // a move does not write the notes again
@Table(schema = "interview", name = "interview")
public class InterviewEntity extends AccountOwned {

  @Id
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  @Embedded public InterviewDetails details;

  /** The day of the interview in its time zone, for filters of lists. */
  LocalDate scheduledOn;

  public UUID stageId;

  public int version = 1;

  @Column(updatable = false)
  Instant createdAt;

  public Instant changedAt;

  InterviewEntity() {}

  public InterviewEntity(InterviewDetails details, UUID stageId, Instant now) {
    this.details = details;
    this.scheduledOn = details.scheduledOn();
    this.stageId = stageId;
    this.createdAt = now;
    this.changedAt = now;
  }

  public void change(InterviewDetails details, Instant now) {
    this.details = details;
    this.scheduledOn = details.scheduledOn();
    nextVersion(now);
  }

  public void move(UUID stageId, Instant now) {
    this.stageId = stageId;
    nextVersion(now);
  }

  public void nextVersion(Instant now) {
    version++;
    changedAt = now;
  }

  @Override
  protected AccountChange change(boolean removed) {
    return AccountChange.saved(ViewerChangeKind.INTERVIEW, Interview.KIND, id);
  }
}
