package dev.prepgraph.practice;

import dev.prepgraph.account.Account;
import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.account.IdempotencyKeys;
import dev.prepgraph.catalogue.QuestionService;
import dev.prepgraph.common.ClientTime;
import dev.prepgraph.common.error.RequestException;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.paging.Cursors;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.practice.PracticeRepository.Candidate;
import dev.prepgraph.practice.PracticeRepository.Candidates;
import dev.prepgraph.practice.fsrs.CardState;
import dev.prepgraph.practice.fsrs.Fsrs;
import dev.prepgraph.practice.fsrs.Practice;
import dev.prepgraph.practice.fsrs.Urgency;
import dev.prepgraph.practice.schema.PracticeCard;
import dev.prepgraph.practice.schema.PracticeRating;
import dev.prepgraph.practice.schema.RecordPracticeInput;
import dev.prepgraph.practice.schema.RecordedPractice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** The rules of practice, and what to practise next. */
@ApplicationScoped
public class PracticeService {

  private static final Duration BACKDATED_AT_MOST = Duration.ofDays(365);

  /** What an id of no question stands for: nothing was ever practised of it. */
  private static final UUID NO_QUESTION = new UUID(0, 0);

  private final AccountTransactions transactions;
  private final PracticeRepository repository;
  private final IdempotencyKeys keys;
  private final Cursors cursors;
  private final PracticeConfig config;
  private final Fsrs fsrs = new Fsrs();
  private final Urgency urgency = new Urgency(fsrs);

  PracticeService(
      AccountTransactions transactions,
      PracticeRepository repository,
      IdempotencyKeys keys,
      Cursors cursors,
      PracticeConfig config) {
    this.transactions = transactions;
    this.repository = repository;
    this.keys = keys;
    this.cursors = cursors;
    this.config = config;
  }

  /**
   * Records a practice in its place among the others.
   *
   * @throws UserErrorException when the input is wrong or there are too many
   */
  PracticeCard record(RecordPracticeInput input) {
    return transactions.write(
        (session, account) -> {
          UUID question =
              QuestionService.key(input.questionId()).orElseThrow(PracticeService::noQuestion);
          keys.once(
              input.idempotencyKey(),
              "recordPractice",
              input,
              () -> {
                record(session, account, question, input);
                return question.toString();
              });
          PracticeRepository.Target now = repository.target(session, account, question);
          return present(question, now.card(), account.now(), null);
        });
  }

  private void record(
      StatelessSession session, Account account, UUID question, RecordPracticeInput input) {
    PracticeRepository.Target target = repository.target(session, account, question);
    CardState card = target.card();
    if (card == null && !target.published()) {
      throw noQuestion();
    }
    checkRoom(target);
    Practice practice = new Practice(input.rating().model(), time(input, account.now()));
    CardState after;
    if (card == null || !practice.practisedAt().isBefore(card.practisedAt())) {
      after = CardState.after(fsrs, card, practice);
    } else {
      List<Practice> history = new ArrayList<>(repository.history(session, account, question));
      history.add(practice);
      history.sort(Comparator.comparing(Practice::practisedAt));
      after = CardState.after(fsrs, history);
    }
    repository.record(session, question, practice, after);
  }

  private static Instant time(RecordPracticeInput input, Instant now) {
    if (input.practisedAt() == null) {
      return now;
    }
    return ClientTime.past(input.practisedAt(), now)
        .filter(at -> !at.isBefore(now.minus(BACKDATED_AT_MOST)))
        .orElseThrow(
            () ->
                new UserErrorException(
                    UserErrorCode.INVALID,
                    "practisedAt must be at most 365 days back and not in the future; leave it out for now",
                    "input",
                    "practisedAt"));
  }

  private void checkRoom(PracticeRepository.Target target) {
    if (target.card() == null) {
      checkLimit(
          target.cards(), config.questionsPerUser(), "A user practises at most %d questions");
    } else {
      checkLimit(
          target.card().reps(),
          config.practicesPerQuestion(),
          "At most %d practices of a question are kept");
    }
    checkLimit(
        target.practices(), config.practicesPerUser(), "At most %d practices of a user are kept");
  }

  public static void checkLimit(long has, int most, String message) {
    if (has >= most) {
      throw new UserErrorException(UserErrorCode.LIMIT_REACHED, message.formatted(most));
    }
  }

  private static UserErrorException noQuestion() {
    return new UserErrorException(
        UserErrorCode.NOT_FOUND, "There is no such question", "input", "questionId");
  }

  /**
   * Practices as they were recorded, the newest first.
   *
   * @param questionId whose practices; null for those of all
   * @throws RequestException when a cursor is not one of this list
   */
  Page<RecordedPractice> history(String questionId, PageRequest request, String locale) {
    UUID question = questionId == null ? null : QuestionService.key(questionId).orElse(NO_QUESTION);
    return transactions
        .read(
            (session, account) -> {
              String scope = "practices " + account.id() + " " + question;
              PageRequest page = cursors.read(scope, request);
              PracticeRepository.History history =
                  repository.page(session, account, question, page);
              return Page.of(
                      page,
                      history.found(),
                      recorded -> cursors.print(scope, recorded.sortKey()),
                      history.total())
                  .map(recorded -> present(recorded, locale));
            })
        .orElseThrow();
  }

  private static RecordedPractice present(PracticeRepository.Recorded recorded, String locale) {
    return new RecordedPractice(
        PracticeRating.valueOf(recorded.practice().rating().name()),
        recorded.practice().practisedAt(),
        recorded.question(),
        locale);
  }

  /** What is to be practised now, the most urgent first. */
  List<PracticeCard> queue(int first, String locale) {
    Candidates found = transactions.read(repository::candidates).orElseThrow();
    return mostUrgent(found, first).stream()
        .map(candidate -> present(candidate.question(), candidate.card(), found.now(), locale))
        .toList();
  }

  /** The keys of a guide's questions, the most urgent first. */
  public List<UUID> mostUrgentOfGuide(
      StatelessSession session, Account account, UUID guide, int questions) {
    return mostUrgent(repository.candidates(session, account, guide), questions).stream()
        .map(Candidate::question)
        .toList();
  }

  private List<Candidate> mostUrgent(Candidates found, int first) {
    double untilDays = CardState.days(found.now(), found.day());
    Map<UUID, Double> urgencies = new HashMap<>();
    for (Candidate candidate : found.questions()) {
      CardState card = candidate.card();
      urgencies.put(
          candidate.question(),
          card == null
              ? urgency.of(null, 0, untilDays)
              : urgency.of(
                  card.memory(), CardState.days(card.practisedAt(), found.now()), untilDays));
    }
    // The sort is stable: what is as urgent stays in the order to learn it in.
    return found.questions().stream()
        .sorted(Comparator.comparing((Candidate c) -> urgencies.get(c.question())).reversed())
        .limit(first)
        .toList();
  }

  private PracticeCard present(UUID question, CardState card, Instant now, String locale) {
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
