package dev.prepgraph.practice;

import dev.prepgraph.account.Account;
import dev.prepgraph.practice.fsrs.Fsrs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

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
    return repository.cards().stream()
        .collect(
            Collectors.toMap(
                PracticeRepository.Card::question,
                card -> new Remembered(card.state().memory(), card.state().practisedAt())));
  }

  public Map<UUID, Remembered> of(StatelessSession session, Account account) {
    return byQuestion();
  }
}
