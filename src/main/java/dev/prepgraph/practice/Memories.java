package dev.prepgraph.practice;

import dev.prepgraph.account.Account;
import dev.prepgraph.common.Sql;
import dev.prepgraph.practice.fsrs.CardState;
import dev.prepgraph.practice.fsrs.Fsrs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Tells other features what users remember of what they practised. */
@ApplicationScoped
public class Memories {

  /**
   * What a user remembers of a question.
   *
   * @param memory right after the last practice
   * @param practisedAt when that was
   */
  public record Remembered(Fsrs.Memory memory, Instant practisedAt) {}

  /** What the user remembers, by the keys of the questions; in one statement. */
  public Map<UUID, Remembered> of(StatelessSession session, Account account) {
    Map<UUID, Remembered> found = new HashMap<>();
    for (Object[] row :
        Sql.rows(
            session,
            "select question_id, "
                + PracticeRepository.CARD
                + " from practice.card c where account_id = :account",
            Map.of("account", account.id()))) {
      CardState card = PracticeRepository.card(row, 1);
      found.put((UUID) row[0], new Remembered(card.memory(), card.practisedAt()));
    }
    return found;
  }
}
