package dev.prepgraph.practice.model;

import dev.prepgraph.account.AccountOwned;
import dev.prepgraph.account.change.AccountChange;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.practice.session.PracticeSession;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** A timed practice session. */
@Entity
@Table(schema = "practice", name = "session")
public class SessionEntity extends AccountOwned {

  @Id
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  public UUID guideId;
  public int minutesEach;
  public Instant startedAt;
  public Instant finishedAt;

  protected SessionEntity() {}

  public SessionEntity(UUID guideId, int minutesEach, Instant startedAt) {
    this.guideId = guideId;
    this.minutesEach = minutesEach;
    this.startedAt = startedAt;
  }

  @Override
  protected AccountChange change(boolean removed) {
    return AccountChange.saved(ViewerChangeKind.PRACTICE, PracticeSession.KIND, id);
  }
}
