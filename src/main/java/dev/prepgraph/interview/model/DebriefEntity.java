package dev.prepgraph.interview.model;

import dev.prepgraph.account.AccountOwned;
import dev.prepgraph.account.change.AccountChange;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.interview.model.Debrief.Asked;
import dev.prepgraph.interview.model.Debrief.Gap;
import dev.prepgraph.interview.schema.Interview;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** The debrief of an interview, replaced as a whole. */
@Entity
@Table(schema = "interview", name = "debrief")
public class DebriefEntity extends AccountOwned {

  @Id UUID interviewId;

  String notes;

  Instant savedAt;

  @ElementCollection
  @CollectionTable(
      schema = "interview",
      name = "asked_question",
      joinColumns = @JoinColumn(name = "interview_id"))
  @OrderColumn(name = "number")
  @ListIndexBase(1)
  @OnDelete(action = OnDeleteAction.CASCADE)
  List<Asked> asked;

  @ElementCollection
  @CollectionTable(
      schema = "interview",
      name = "gap",
      joinColumns = @JoinColumn(name = "interview_id"))
  @OrderColumn(name = "number")
  @ListIndexBase(1)
  @OnDelete(action = OnDeleteAction.CASCADE)
  List<Gap> gaps;

  DebriefEntity() {}

  public DebriefEntity(UUID interviewId, Debrief debrief, Instant savedAt) {
    this.interviewId = interviewId;
    this.notes = debrief.notes();
    this.asked = debrief.asked();
    this.gaps = debrief.gaps();
    this.savedAt = savedAt;
  }

  @Override
  protected AccountChange change(boolean removed) {
    return AccountChange.saved(ViewerChangeKind.INTERVIEW, Interview.KIND, interviewId);
  }
}
