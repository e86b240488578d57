package dev.prepgraph.calendar;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.calendar.schema.CalendarFeed;
import dev.prepgraph.calendar.schema.CalendarFeedPayload;
import dev.prepgraph.common.AuditLog;
import dev.prepgraph.common.MemoryBudget;
import dev.prepgraph.common.Sha256;
import dev.prepgraph.common.error.UserErrorCode;
import dev.prepgraph.common.error.UserErrorException;
import dev.prepgraph.execution.ResponseMemory;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rules by which a user's calendar can be read without a login. */
@ApplicationScoped
class CalendarService {

  private static final int SECRET_BYTES = 32;

  /** What an entry takes of the heap beyond its description, in bytes. */
  private static final int ENTRY = 2_048;

  private static final int COPIES = 4;

  /** How long what is over stays in the calendar. */
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

  /** Makes a feed for the user who is logged in, or gives the one there is another secret. */
  CalendarFeedPayload rotate() {
    byte[] random = new byte[SECRET_BYTES];
    // Not kept in a field: a native image would keep the seed of the build.
    new SecureRandom().nextBytes(random);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    record Made(UUID account, Instant at) {}
    Made made =
        transactions.write(
            (session, account) ->
                new Made(account.id(), repository.put(session, Sha256.of(secret))));
    audit.record(AuditLog.Event.CALENDAR_OPENED, made.account());
    return new CalendarFeedPayload(
        new CalendarFeed(made.at()), CalendarResource.path(secret), List.of());
  }

  /**
   * Ends the feed of the user who is logged in.
   *
   * @throws UserErrorException when there is none
   */
  void revoke() {
    UUID closed =
        transactions.write(
            (session, account) -> {
              if (!repository.delete(session, account)) {
                throw new UserErrorException(UserErrorCode.NOT_FOUND, "There is no calendar feed");
              }
              return account.id();
            });
    audit.record(AuditLog.Event.CALENDAR_CLOSED, closed);
  }

  /** The feed of the user who is logged in, or null. */
  CalendarFeed feed() {
    return transactions
        .read(repository::createdAt)
        .orElseThrow()
        .map(CalendarFeed::new)
        .orElse(null);
  }

  /**
   * Reads a calendar. Whatever is presented costs the same statement.
   *
   * @param secret what is presented as a feed's secret
   * @return the calendar in its text form; empty when no feed has this secret
   * @throws MemoryBudget.ExceededException when it takes too much memory
   */
  Optional<byte[]> read(String secret) {
    return memory.call(
        true,
        () ->
            transactions
                .enter(
                    CalendarRepository.ENTER,
                    Map.of("digest", Sha256.of(secret)),
                    (session, account) ->
                        once(
                            sources.stream()
                                .flatMap(
                                    source ->
                                        source
                                            .entries(session, account.now().minus(HISTORY))
                                            .stream())
                                .map(CalendarService::charged)
                                .toList()))
                .map(CalendarText::of));
  }

  /** A calendar is printed as a whole, and copied on the way. */
  private static CalendarEntry charged(CalendarEntry entry) {
    String text = entry.description();
    MemoryBudget.charge(ENTRY + (text == null ? 0 : COPIES * text.length()));
    return entry;
  }

  /** What two features know of is told by the one that knows it better. */
  private static List<CalendarEntry> once(List<CalendarEntry> entries) {
    Map<String, Instant> told = new HashMap<>();
    for (CalendarEntry entry : entries) {
      if (entry.instead() != null && entry.when() instanceof CalendarEntry.At at) {
        told.merge(entry.instead(), at.start(), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return entries.stream().filter(entry -> !isTold(entry, told.get(entry.key()))).toList();
  }

  /** Not by what was before: then something is still to come. */
  private static boolean isTold(CalendarEntry entry, Instant better) {
    return better != null
        && entry.when() instanceof CalendarEntry.On on
        && !on.day().minusDays(1).isAfter(LocalDate.ofInstant(better, ZoneOffset.UTC));
  }
}
