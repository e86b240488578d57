package dev.prepgraph.practice.model;

import dev.prepgraph.account.AccountOwned;
import dev.prepgraph.practice.fsrs.CardState;
import dev.prepgraph.practice.fsrs.Fsrs.Memory;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The user's memory of a practised question. */
@Entity
@Table(schema = "practice", name = "card")
public class CardEntity extends AccountOwned {

  @Id UUID questionId;

  double stability;
  double difficulty;
  Instant practisedAt;
  int reps;
  int lapses;

  protected CardEntity() {}

  public CardEntity(UUID questionId, CardState state) {
    this.questionId = questionId;
    update(state);
  }

  public UUID questionId() {
    return questionId;
  }

  public CardState state() {
    return new CardState(new Memory(stability, difficulty), practisedAt, reps, lapses);
  }

  public final void update(CardState state) {
    stability = state.memory().stability();
    difficulty = state.memory().difficulty();
    practisedAt = state.practisedAt();
    reps = state.reps();
    lapses = state.lapses();
  }
}
