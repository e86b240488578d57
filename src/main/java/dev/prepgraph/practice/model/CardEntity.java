package dev.prepgraph.practice.model;

import dev.prepgraph.account.AccountOwned;
import dev.prepgraph.practice.fsrs.CardState;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What a user remembers of a question that they have practised. */
@Entity
@Table(schema = "practice", name = "card")
public class CardEntity extends AccountOwned {

  @Id UUID questionId;

  @Embedded CardState state;

  protected CardEntity() {}

  public CardEntity(UUID questionId, CardState state) {
    this.questionId = questionId;
    this.state = state;
  }

  public CardState state() {
    return state;
  }

  public void update(CardState newState) {
    state = newState;
  }
}
