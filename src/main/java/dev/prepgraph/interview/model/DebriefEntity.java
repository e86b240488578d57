package dev.prepgraph.interview.model;

import dev.prepgraph.account.AccountOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The debrief of an interview. */
@Entity
@Table(schema = "interview", name = "debrief")
public class DebriefEntity extends AccountOwned {

  @Id UUID interviewId;

  String notes;

  Instant savedAt;

  DebriefEntity() {}

  public DebriefEntity(UUID interviewId, String notes, Instant savedAt) {
    this.interviewId = interviewId;
    this.notes = notes;
    this.savedAt = savedAt;
  }
}
