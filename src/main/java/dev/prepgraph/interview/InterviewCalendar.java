package dev.prepgraph.interview;

import dev.prepgraph.account.AccountTransactions;
import dev.prepgraph.calendar.CalendarEntry;
import dev.prepgraph.calendar.CalendarSource;
import dev.prepgraph.interview.InterviewRepository.StoredInterview;
import dev.prepgraph.interview.model.InterviewDetails;
import dev.prepgraph.plan.PlanCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Contributes the interviews to the calendar, without the user's notes. */
@ApplicationScoped
class InterviewCalendar implements CalendarSource {

  /** The assumed duration of an interview. */
  private static final Duration DURATION = Duration.ofHours(1);

  private final AccountTransactions transactions;
  private final InterviewRepository repository;

  InterviewCalendar(AccountTransactions transactions, InterviewRepository repository) {
    this.transactions = transactions;
    this.repository = repository;
  }

  @Override
  public List<CalendarEntry> entries(Instant since) {
    Instant now = transactions.account().now();
    return repository.scheduled(since).stream().map(interview -> entry(interview, now)).toList();
  }

  private static String title(InterviewDetails details) {
    String title = "Interview: " + details.position();
    return details.company() == null ? title : title + ", " + details.company();
  }

  private static CalendarEntry entry(StoredInterview interview, Instant now) {
    InterviewDetails details = interview.details();
    return new CalendarEntry(
        interview.id().toString(),
        interview.version(),
        interview.changedAt(),
        new CalendarEntry.At(details.scheduledAt(), DURATION),
        title(details),
        null,
        details.location(),
        details.planId() == null ? null : PlanCalendar.interviewKey(details.planId()),
        interview.stage().closed() && details.scheduledAt().isAfter(now));
  }
}
