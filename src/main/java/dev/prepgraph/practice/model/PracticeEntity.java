package dev.prepgraph.practice.model;

import dev.prepgraph.account.AccountOwned;
import dev.prepgraph.account.change.AccountChange;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.practice.fsrs.Fsrs;
import dev.prepgraph.practice.fsrs.Practice;
import dev.prepgraph.practice.schema.RecordedPractice;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/** A recorded practice; an undone one is deleted. */
@Entity
@Immutable
@Table(schema = "practice", name = "practice")
public class PracticeEntity extends AccountOwned {

  @Id
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  public UUID questionId;

  /** The number of the question's practice in order of recording; undoing leaves a gap. */
  int number;

  @Enumerated(EnumType.STRING)
  Fsrs.Rating rating;

  Instant practisedAt;

  protected PracticeEntity() {}

  public PracticeEntity(UUID questionId, int number, Practice practice) {
    this.questionId = questionId;
    this.number = number;
    this.rating = practice.rating();
    this.practisedAt = practice.practisedAt();
  }

  public Practice practice() {
    return new Practice(rating, practisedAt);
  }

  @Override
  protected AccountChange change(boolean removed) {
    String nodeId = NodeId.of(RecordedPractice.KIND, id);
    return new AccountChange(ViewerChangeKind.PRACTICE, nodeId, removed);
  }
}
