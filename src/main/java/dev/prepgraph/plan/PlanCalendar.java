package dev.prepgraph.plan;

import dev.prepgraph.calendar.CalendarEntry;
import dev.prepgraph.calendar.CalendarSource;
import dev.prepgraph.plan.model.PlanEntity;
import dev.prepgraph.plan.schema.PlanDay;
import dev.prepgraph.plan.schema.PlanItem;
import dev.prepgraph.plan.schema.PrepPlan;
import dev.prepgraph.preference.PreferenceService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Contributes the days of plans and of their interviews to the calendar, in the user's language.
 */
@ApplicationScoped
public class PlanCalendar implements CalendarSource {

  private final PlanRepository repository;
  private final PlanService service;
  private final PreferenceService preferences;

  PlanCalendar(PlanRepository repository, PlanService service, PreferenceService preferences) {
    this.repository = repository;
    this.service = service;
    this.preferences = preferences;
  }

  /** The key of the entry for the day of a plan's interview. */
  public static String interviewKey(UUID plan) {
    return "interview-" + plan;
  }

  @Override
  public List<CalendarEntry> entries(Instant since) {
    Map<PlanEntity, PrepPlan> plans = new LinkedHashMap<>();
    String locale = preferences.current().locale();
    repository
        .endingAfter(since)
        .forEach(plan -> plans.put(plan, PlanService.present(plan, locale)));
    List<PlanItem> items = plans.values().stream().flatMap(plan -> plan.items().stream()).toList();
    Map<PlanItem, String> titles = new HashMap<>();
    Iterator<String> loaded = service.titles(items).iterator();
    items.forEach(item -> titles.put(item, loaded.next()));
    List<CalendarEntry> entries = new ArrayList<>();
    plans.forEach(
        (plan, shown) -> {
          String title = plan.settings.title();
          for (PlanDay day : PlanService.days(shown, plan.settings.dayOf(since), null)) {
            entries.add(
                entry(
                    plan,
                    "plan-" + plan.id + "-" + day.date(),
                    day.date(),
                    title + ": " + day.plannedMinutes() + " min",
                    description(day, titles)));
          }
          LocalDate interviewOn = plan.settings.interviewOn();
          entries.add(entry(plan, interviewKey(plan.id), interviewOn, "Interview: " + title, null));
        });
    return entries;
  }

  private static String description(PlanDay day, Map<PlanItem, String> titles) {
    return day.items().stream()
        .map(
            item ->
                "%s %s (%d min)"
                    .formatted(item.done() ? "✓" : "•", titles.get(item), item.estimatedMinutes()))
        .collect(Collectors.joining("\n"));
  }

  private static CalendarEntry entry(
      PlanEntity plan, String key, LocalDate day, String title, String description) {
    var on = new CalendarEntry.On(day);
    return new CalendarEntry(
        key, plan.version, plan.changedAt, on, title, description, null, null, false);
  }
}
