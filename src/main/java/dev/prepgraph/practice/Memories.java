package dev.prepgraph.practice;

import dev.prepgraph.practice.fsrs.CardState;
import dev.prepgraph.practice.fsrs.Fsrs;
import dev.prepgraph.practice.model.CardEntity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.jpa.HibernateHints;

/** What users remember of the questions that they have practised, for other features. */
@ApplicationScoped
public class Memories {

  /** What a user remembered of a question right after the last practice. */
  public record Remembered(Fsrs.Memory memory, Instant practisedAt) {}

  private final PracticeRepository repository;

  Memories(PracticeRepository repository) {
    this.repository = repository;
  }

  /** The memories of the account that the transaction acts for, by question; one statement. */
  public Map<UUID, Remembered> byQuestion() {
    return repository.findAll().withHint(HibernateHints.HINT_READ_ONLY, true).stream()
        .collect(Collectors.toMap(CardEntity::questionId, card -> remembered(card.state())));
  }

  private static Remembered remembered(CardState state) {
    return new Remembered(state.memory(), state.practisedAt());
  }
}
