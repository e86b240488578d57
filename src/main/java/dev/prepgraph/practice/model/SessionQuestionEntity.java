package dev.prepgraph.practice.model;

import dev.prepgraph.account.AccountOwned;
import dev.prepgraph.account.change.AccountChange;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.practice.session.PracticeSession;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A question of a session with its answer. */
@Entity
@Table(schema = "practice", name = "session_question")
public class SessionQuestionEntity extends AccountOwned {

  /** The session and the position of the question, from 1. */
  @Embeddable
  public record Key(UUID sessionId, int position) {}

  @EmbeddedId public Key key;

  public UUID questionId;
  public String body;
  public int version;
  public Instant answeredAt;
  public boolean late;

  protected SessionQuestionEntity() {}

  public SessionQuestionEntity(Key key, UUID questionId) {
    this.key = key;
    this.questionId = questionId;
  }

  /** Saves an answer as the next version. */
  public void answer(String newBody, Instant at, boolean isLate) {
    body = newBody;
    version++;
    answeredAt = at;
    late = isLate;
  }

  @Override
  protected AccountChange change(boolean removed) {
    return AccountChange.saved(ViewerChangeKind.PRACTICE, PracticeSession.KIND, key.sessionId());
  }
}
