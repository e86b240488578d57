package dev.prepgraph.interview;

import dev.prepgraph.calendar.CalendarEntry;
import dev.prepgraph.calendar.CalendarSource;
import dev.prepgraph.plan.PlanCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.StatelessSession;

/**
 * The interviews in a user's calendar, as far as others may see them: the user's notes stay out.
 */
@ApplicationScoped
class InterviewCalendar implements CalendarSource {

  /** What is kept free for an interview; how long it takes is not known. */
  private static final Duration DURATION = Duration.ofHours(1);

  private final InterviewRepository repository;

  InterviewCalendar(InterviewRepository repository) {
    this.repository = repository;
  }

  @Override
  public List<CalendarEntry> entries(StatelessSession session, Instant since) {
    return repository.scheduled(session, since).stream().map(InterviewCalendar::entry).toList();
  }

  private static CalendarEntry entry(StoredInterview interview) {
    InterviewDetails details = interview.details();
    return new CalendarEntry(
        interview.id().toString(),
        interview.version(),
        interview.changedAt(),
        new CalendarEntry.At(details.scheduledAt(), DURATION),
        "Interview: %s, %s".formatted(details.position(), details.company()),
        null,
        details.location(),
        details.plan() == null ? null : PlanCalendar.interviewKey(details.plan()));
  }
}
