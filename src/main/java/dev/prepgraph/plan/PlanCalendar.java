package dev.prepgraph.plan;

import dev.prepgraph.calendar.CalendarEntry;
import dev.prepgraph.calendar.CalendarSource;
import dev.prepgraph.plan.schema.PlanItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Each day of a plan with what there is to do, and the day of the interview. */
@ApplicationScoped
public class PlanCalendar implements CalendarSource {

  private final PlanRepository repository;
  private final PlanContents contents;
  private final StatelessSession session;

  PlanCalendar(PlanRepository repository, PlanContents contents, StatelessSession session) {
    this.session = session;
    this.repository = repository;
    this.contents = contents;
  }

  /** What the day of a plan's interview is known by. */
  public static String interviewKey(UUID plan) {
    return "interview-" + plan;
  }

  @Override
  public List<CalendarEntry> entries(Instant since) {
    List<StoredPlan> plans = repository.endingAfter(session, since);
    Map<StoredItem, String> titles = titles(plans);
    List<CalendarEntry> entries = new ArrayList<>();
    for (StoredPlan plan : plans) {
      LocalDate from = LocalDate.ofInstant(since, plan.settings().zone());
      Map<LocalDate, List<StoredItem>> days = new LinkedHashMap<>();
      for (StoredItem item : plan.items()) {
        if (item.date() != null && !item.date().isBefore(from)) {
          days.computeIfAbsent(item.date(), day -> new ArrayList<>()).add(item);
        }
      }
      days.forEach((day, items) -> entries.add(day(plan, day, items, titles)));
      entries.add(
          entry(
              plan,
              interviewKey(plan.id()),
              plan.settings().interviewOn(),
              "Interview: " + plan.settings().title(),
              null));
    }
    return entries;
  }

  /** Loaded at once for all days. */
  private Map<StoredItem, String> titles(List<StoredPlan> plans) {
    List<StoredItem> items = new ArrayList<>();
    List<PlanItem> shown = new ArrayList<>();
    for (StoredPlan plan : plans) {
      for (StoredItem item : plan.items()) {
        items.add(item);
        shown.add(PlanService.present(item, plan.guide(), null));
      }
    }
    List<String> titles = contents.titles(shown);
    Map<StoredItem, String> byItem = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      byItem.put(items.get(i), titles.get(i));
    }
    return byItem;
  }

  private static CalendarEntry day(
      StoredPlan plan, LocalDate day, List<StoredItem> items, Map<StoredItem, String> titles) {
    int minutes = 0;
    StringBuilder text = new StringBuilder();
    for (StoredItem item : items) {
      minutes += item.minutes();
      text.append(item.isDone() ? "✓ " : "• ")
          .append(titles.get(item))
          .append(" (")
          .append(item.minutes())
          .append(" min)\n");
    }
    return entry(
        plan,
        "plan-" + plan.id() + "-" + day,
        day,
        plan.settings().title() + ": " + minutes + " min",
        text.substring(0, text.length() - 1));
  }

  private static CalendarEntry entry(
      StoredPlan plan, String key, LocalDate day, String title, String description) {
    return new CalendarEntry(
        key,
        plan.version(),
        plan.changedAt(),
        new CalendarEntry.On(day),
        title,
        description,
        null,
        null);
  }
}
