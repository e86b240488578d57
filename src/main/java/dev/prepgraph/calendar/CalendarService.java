package dev.prepgraph.calendar;

import dev.prepgraph.account.Account;
import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.calendar.model.CalendarFeedEntity;
import dev.prepgraph.calendar.schema.CalendarFeed;
import dev.prepgraph.calendar.schema.CalendarFeedPayload;
import dev.prepgraph.common.AuditLog;
import dev.prepgraph.common.Sha256;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.common.limits.MemoryBudget;
import dev.prepgraph.common.secret.SecretToken;
import dev.prepgraph.execution.ResponseMemory;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rules of calendar feeds, which programs read without a login. */
@ApplicationScoped
class CalendarService {

  /** The heap bytes of an entry without its description. */
  private static final int ENTRY = 2_048;

  /** The copies of a description during printing. */
  private static final int COPIES = 4;

  /** The age of the oldest entries in the calendar. */
  private static final Duration HISTORY = Duration.ofDays(90);

  private final AccountTransactions transactions;
  private final CalendarRepository repository;
  private final List<CalendarSource> sources;
  private final AuditLog audit;
  private final ResponseMemory memory;

  CalendarService(
      AccountTransactions transactions,
      CalendarRepository repository,
      @All List<CalendarSource> sources,
      AuditLog audit,
      ResponseMemory memory) {
    this.transactions = transactions;
    this.repository = repository;
    this.sources = sources;
    this.audit = audit;
    this.memory = memory;
  }

  /** Creates the current user's feed, or replaces its secret. */
  CalendarFeedPayload rotate() {
    String secret = SecretToken.create();
    Account account =
        transactions.write(
            () -> {
              Account current = transactions.account();
              repository.save(
                  new CalendarFeedEntity(current.id(), Sha256.of(secret), current.now()));
              return current;
            });
    audit.record(AuditLog.Event.CALENDAR_OPENED, account.id());
    return new CalendarFeedPayload(
        new CalendarFeed(account.now()), CalendarResource.path(secret), List.of());
  }

  void revoke() {
    UUID account =
        transactions.write(
            () -> {
              UUID current = transactions.account().id();
              if (repository.delete("accountId", current) == 0) {
                throw new UserErrorException(
                    UserErrorCode.NOT_FOUND, "The user has no calendar feed");
              }
              return current;
            });
    audit.record(AuditLog.Event.CALENDAR_CLOSED, account);
  }

  /** The current user's feed, or null. */
  CalendarFeed feed() {
    return transactions
        .read(() -> repository.findByIdOptional(transactions.account().id()))
        .orElseThrow()
        .map(feed -> new CalendarFeed(feed.createdAt))
        .orElse(null);
  }

  /**
   * Prints a calendar; valid and invalid secrets cost the same statement.
   *
   * @return empty without a feed with this secret
   */
  Optional<byte[]> read(String secret) {
    return memory.call(
        true,
        () ->
            transactions
                .enter(now -> repository.enter(Sha256.of(secret), now), this::entries)
                .map(CalendarText::of));
  }

  private List<CalendarEntry> entries() {
    Instant since = transactions.account().now().minus(HISTORY);
    return shown(
        sources.stream()
            .flatMap(source -> source.entries(since).stream())
            .map(CalendarService::charged)
            .toList());
  }

  private static CalendarEntry charged(CalendarEntry entry) {
    String text = entry.description();
    MemoryBudget.charge(ENTRY + (text == null ? 0 : COPIES * text.length()));
    return entry;
  }

  /** Removes cancelled entries, and those that have a more exact entry for the same event. */
  private static List<CalendarEntry> shown(List<CalendarEntry> entries) {
    Map<String, Instant> exact = new HashMap<>();
    for (CalendarEntry entry : entries) {
      if (entry.supersedes() != null && entry.when() instanceof CalendarEntry.At at) {
        exact.merge(entry.supersedes(), at.start(), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return entries.stream()
        .filter(entry -> !entry.cancelled() && !isSuperseded(entry, exact.get(entry.key())))
        .toList();
  }

  /** A day after the exact time is another event. */
  private static boolean isSuperseded(CalendarEntry entry, Instant exact) {
    return exact != null
        && entry.when() instanceof CalendarEntry.On on
        && !on.day().minusDays(1).isAfter(LocalDate.ofInstant(exact, ZoneOffset.UTC));
  }
}
