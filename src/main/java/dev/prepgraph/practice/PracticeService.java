package dev.prepgraph.practice;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.account.IdempotencyKeys;
import dev.prepgraph.account.change.AccountChanges;
import dev.prepgraph.account.schema.ViewerChangeKind;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.common.ClientTime;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.node.NodeId;
import dev.prepgraph.node.NodeLoader;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.practice.HistoryRepository.Recorded;
import dev.prepgraph.practice.PracticeRepository.Candidate;
import dev.prepgraph.practice.PracticeRepository.Target;
import dev.prepgraph.practice.fsrs.CardState;
import dev.prepgraph.practice.fsrs.Fsrs;
import dev.prepgraph.practice.fsrs.Practice;
import dev.prepgraph.practice.fsrs.Urgency;
import dev.prepgraph.practice.model.CardEntity;
import dev.prepgraph.practice.model.PracticeEntity;
import dev.prepgraph.practice.schema.PracticeCard;
import dev.prepgraph.practice.schema.PracticeRating;
import dev.prepgraph.practice.schema.RecordPracticeInput;
import dev.prepgraph.practice.schema.RecordPracticePayload;
import dev.prepgraph.practice.schema.RecordedPractice;
import dev.prepgraph.practice.schema.UndoPracticeInput;
import dev.prepgraph.practice.schema.UndoPracticePayload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.jpa.HibernateHints;

/** Rules of practice, and the practice queue. */
@ApplicationScoped
public class PracticeService {

  private static final char KIND = RecordedPractice.KIND;

  private static final Duration MAX_AGE = Duration.ofDays(365);

  /** Replaces an unknown question in filters; no question has this key. */
  private static final UUID NO_QUESTION = new UUID(0, 0);

  private final AccountTransactions transactions;
  private final PracticeRepository repository;
  private final HistoryRepository recorded;
  private final IdempotencyKeys keys;
  private final PracticeConfig config;
  private final Fsrs fsrs = new Fsrs();
  private final Urgency urgency = new Urgency(fsrs);

  PracticeService(
      AccountTransactions transactions,
      PracticeRepository repository,
      HistoryRepository recorded,
      IdempotencyKeys keys,
      PracticeConfig config) {
    this.transactions = transactions;
    this.repository = repository;
    this.recorded = recorded;
    this.keys = keys;
    this.config = config;
  }

  /** Records a practice, also one before recorded practices of the question. */
  RecordPracticePayload record(RecordPracticeInput input) {
    return transactions.write(
        () -> {
          UUID question =
              QuestionService.key(input.questionId()).orElseThrow(PracticeService::noQuestion);
          String key =
              keys.once(
                  input.idempotencyKey(),
                  "recordPractice",
                  input,
                  () -> record(question, input).toString());
          CardEntity card = repository.findById(question);
          return new RecordPracticePayload(
              present(question, card == null ? null : card.state(), null),
              practice(UUID.fromString(key)),
              List.of());
        });
  }

  /** Null for a practice that was undone. */
  private RecordedPractice practice(UUID id) {
    PracticeEntity found = recorded.findById(id);
    return found == null ? null : present(found.id, found.questionId, found.practice(), null);
  }

  /** Deletes a practice; the others determine the card. */
  UndoPracticePayload undo(UndoPracticeInput input) {
    return transactions.write(
        () -> {
          HistoryRepository.Undoable undone =
              NodeId.parse(KIND, input.id())
                  .flatMap(recorded::undoable)
                  .orElseThrow(
                      () -> UserErrorException.notFound("a recorded practice", "input", "id"));
          UUID question = undone.practice().questionId;
          List<Practice> others =
              recorded.history(question).stream()
                  .filter(other -> other != undone.practice())
                  .map(PracticeEntity::practice)
                  .toList();
          CardState after = CardState.after(fsrs, others);
          recorded.undo(undone, after);
          AccountChanges.deleted(ViewerChangeKind.PRACTICE, input.id());
          return new UndoPracticePayload(input.id(), present(question, after, null), List.of());
        });
  }

  private UUID record(UUID question, RecordPracticeInput input) {
    Target target = repository.target(question);
    if (target.card() == null && !target.published()) {
      throw noQuestion();
    }
    CardState before = target.card() == null ? null : target.card().state();
    checkLimits(target, before);
    Practice practice = new Practice(input.rating().model(), practisedAt(input));
    return recorded.record(question, target, practice, after(question, before, practice));
  }

  private CardState after(UUID question, CardState before, Practice practice) {
    if (before == null || !practice.practisedAt().isBefore(before.practisedAt())) {
      return CardState.after(fsrs, before, practice);
    }
    List<Practice> history = new ArrayList<>();
    recorded.history(question).forEach(other -> history.add(other.practice()));
    history.add(practice);
    history.sort(Comparator.comparing(Practice::practisedAt));
    return CardState.after(fsrs, history);
  }

  private Instant practisedAt(RecordPracticeInput input) {
    Instant now = currentTime();
    if (input.practisedAt() == null) {
      return now;
    }
    return ClientTime.past(input.practisedAt(), now)
        .filter(at -> !at.isBefore(now.minus(MAX_AGE)))
        .orElseThrow(
            () ->
                new UserErrorException(
                    UserErrorCode.INVALID,
                    "practisedAt must be in the last 365 days; omit it for the current time",
                    "input",
                    "practisedAt"));
  }

  private void checkLimits(Target target, CardState card) {
    if (card == null) {
      checkLimit(
          target.cards(), config.questionsPerUser(), "A user practises at most %d questions");
    } else {
      checkLimit(card.reps(), config.practicesPerQuestion(), "A question has at most %d practices");
    }
    checkLimit(target.practices(), config.practicesPerUser(), "A user has at most %d practices");
  }

  public static void checkLimit(long has, int most, String message) {
    if (has >= most) {
      throw new UserErrorException(UserErrorCode.LIMIT_REACHED, message.formatted(most));
    }
  }

  private static UserErrorException noQuestion() {
    return UserErrorException.notFound("a published question", "input", "questionId");
  }

  /**
   * Recorded practices, the newest first.
   *
   * @param questionId null for all questions
   */
  Page<RecordedPractice> history(String questionId, PageRequest request, String locale) {
    UUID question = questionId == null ? null : QuestionService.key(questionId).orElse(NO_QUESTION);
    return transactions
        .read(
            () -> {
              String scope = "practices " + transactions.account().id() + " " + question;
              return recorded.page(scope, question, request);
            })
        .orElseThrow()
        .map(practised -> present(practised, locale));
  }

  @Produces
  @Singleton
  NodeLoader practiceNodes() {
    return new NodeLoader(KIND, this::byIds);
  }

  private Map<UUID, RecordedPractice> byIds(Collection<UUID> ids) {
    return transactions.read(() -> recorded.byIds(ids)).orElse(List.of()).stream()
        .collect(Collectors.toMap(Recorded::id, practised -> present(practised, null)));
  }

  private static RecordedPractice present(Recorded practised, String locale) {
    Practice practice = new Practice(practised.rating(), practised.practisedAt());
    return present(practised.id(), practised.question(), practice, locale);
  }

  private static RecordedPractice present(
      UUID id, UUID question, Practice practice, String locale) {
    return new RecordedPractice(
        NodeId.of(KIND, id),
        PracticeRating.valueOf(practice.rating().name()),
        practice.practisedAt(),
        question,
        locale);
  }

  /** The cards of the user, the most urgent first. */
  List<PracticeCard> queue(int first, String locale) {
    return transactions
        .read(
            () ->
                mostUrgent(repository.candidates(null), first).stream()
                    .map(candidate -> present(candidate.question(), candidate.card(), locale))
                    .toList())
        .orElseThrow();
  }

  /** The keys of a guide's questions, the most urgent first. Requires a transaction. */
  public List<UUID> mostUrgentOfGuide(UUID guide, int first) {
    return mostUrgent(repository.candidates(guide), first).stream()
        .map(Candidate::question)
        .toList();
  }

  /** A stable sort: equally urgent questions stay in learning order. */
  private List<Candidate> mostUrgent(List<Candidate> candidates, int first) {
    Instant now = currentTime();
    Map<UUID, Double> urgencies =
        candidates.stream().collect(Collectors.toMap(Candidate::question, c -> urgency(c, now)));
    return candidates.stream()
        .sorted(Comparator.comparing((Candidate c) -> urgencies.get(c.question())).reversed())
        .limit(first)
        .toList();
  }

  private double urgency(Candidate candidate, Instant now) {
    CardState card = candidate.card();
    double untilDays = CardState.days(now, candidate.interviewAt());
    return card == null
        ? urgency.of(null, 0, untilDays)
        : urgency.of(card.memory(), CardState.days(card.practisedAt(), now), untilDays);
  }

  /** The cards of the transaction's account, by question; one statement. */
  public Map<UUID, CardState> cards() {
    return repository.findAll().withHint(HibernateHints.HINT_READ_ONLY, true).list().stream()
        .collect(Collectors.toMap(CardEntity::questionId, CardEntity::state));
  }

  private Instant currentTime() {
    return transactions.account().now();
  }

  /** The card of a question; the state is null before the first practice. */
  PracticeCard present(UUID question, CardState card, String locale) {
    Instant now = currentTime();
    return card == null
        ? new PracticeCard(now, null, 0, 0, null, question, locale)
        : new PracticeCard(
            card.dueAt(fsrs),
            card.recall(fsrs, now),
            card.reps(),
            card.lapses(),
            card.practisedAt(),
            question,
            locale);
  }
}
