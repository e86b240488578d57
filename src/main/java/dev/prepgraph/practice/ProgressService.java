package dev.prepgraph.practice;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.answer.schema.SavedAnswerStatus;
import dev.prepgraph.practice.PracticeRepository.Progress;
import dev.prepgraph.practice.fsrs.Fsrs;
import dev.prepgraph.practice.model.CardEntity;
import dev.prepgraph.practice.schema.GuideProgress;
import dev.prepgraph.practice.schema.PracticeCard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads the user's progress in questions and guides, loaded together. */
@ApplicationScoped
class ProgressService {

  private final AccountTransactions transactions;
  private final PracticeRepository repository;
  private final PracticeService practice;
  private final Fsrs fsrs = new Fsrs();

  ProgressService(
      AccountTransactions transactions, PracticeRepository repository, PracticeService practice) {
    this.transactions = transactions;
    this.repository = repository;
    this.practice = practice;
  }

  /** The cards of practised questions, by question; empty for an anonymous request. */
  Map<UUID, PracticeCard> cards(Collection<UUID> questions, String locale) {
    return transactions
        .read(
            () ->
                repository.cards(questions).stream()
                    .collect(
                        Collectors.toMap(
                            CardEntity::questionId,
                            card -> practice.present(card.questionId(), card.state(), locale))))
        .orElse(Map.of());
  }

  /** The progress by guide; empty for an anonymous request. */
  Map<UUID, GuideProgress> ofGuides(Collection<UUID> guides) {
    return transactions.read(() -> read(guides)).orElse(Map.of());
  }

  private Map<UUID, GuideProgress> read(Collection<UUID> guides) {
    Instant now = transactions.account().now();
    Map<UUID, List<Progress>> questions =
        repository.progress(guides).stream().collect(Collectors.groupingBy(Progress::guide));
    Map<UUID, GuideProgress> found = new HashMap<>();
    guides.forEach(guide -> found.put(guide, of(questions.getOrDefault(guide, List.of()), now)));
    return found;
  }

  private GuideProgress of(List<Progress> questions, Instant now) {
    return new GuideProgress(
        count(questions, question -> question.status() != null),
        count(questions, question -> question.status() == SavedAnswerStatus.READY),
        count(questions, question -> question.card() != null),
        count(questions, question -> isDue(question.card(), now)),
        questions.size());
  }

  private boolean isDue(CardEntity card, Instant now) {
    return card != null && !card.state().dueAt(fsrs).isAfter(now);
  }

  private static int count(List<Progress> questions, Predicate<Progress> condition) {
    return Math.toIntExact(questions.stream().filter(condition).count());
  }
}
