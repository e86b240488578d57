package dev.prepgraph.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prepgraph.account.Account;
import dev.prepgraph.common.Sql;
import dev.prepgraph.paging.NewestFirst;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.plan.StoredPlan.Settings;
import dev.prepgraph.plan.schema.PlanItemKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/**
 * Reads plans with their items and writes plans, in the transaction of the user whose they are; one
 * statement a call.
 */
@ApplicationScoped
class PlanRepository {

  /** A page of plans, and how many there are on all pages. */
  record Plans(List<StoredPlan> found, int total) {}

  /** The value that {@link #item} reads, of an item {@code i}. */
  static final String ITEM =
      "json_build_array(i.id, i.kind, i.question_id, i.number, i.title, i.on_day, i.minutes, i.done_at)";

  private static final String PLAN =
      """
      p.id, p.guide_id, p.title, p.interview_on, p.daily_minutes, p.time_zone, p.days_off, p.shortfall_minutes, p.version,
        p.created_at, p.changed_at, (select cast(json_agg(
      """
          + ITEM
          + """
           order by i.on_day nulls last, i.position, i.id) as text) from plan.item i where i.plan_id = p.id)
          """;

  private final ObjectMapper json;

  PlanRepository(ObjectMapper json) {
    this.json = json;
  }

  List<StoredPlan> byIds(StatelessSession session, Account account, Collection<UUID> ids) {
    return plans(
        Sql.rows(
            session,
            "select "
                + PLAN
                + " from plan.prep_plan p where p.account_id = :account and p.id = any(:ids)",
            Map.of("account", account.id(), "ids", ids.toArray(UUID[]::new))));
  }

  /** The plans whose interview is not over at a time, the soonest first. */
  List<StoredPlan> active(StatelessSession session, Account account, Instant now) {
    return plans(
        Sql.rows(
            session,
            "select "
                + PLAN
                + """
                 from plan.prep_plan p where p.account_id = :account and p.ends_at > :now
                order by p.interview_on, p.created_at, p.id
                """,
            Map.of("account", account.id(), "now", now)));
  }

  /** All plans, the oldest first. The stream is to be closed. */
  Stream<StoredPlan> stream(StatelessSession session) {
    return Sql.stream(
            session,
            "select "
                + PLAN
                + """
                 from plan.prep_plan p where p.account_id = viewer.account_id()
                order by p.created_at, p.id
                """,
            Map.of())
        .map(this::plan);
  }

  /** The plans whose interview is over after a time, or ahead; the oldest first. */
  List<StoredPlan> endingAfter(StatelessSession session, Instant time) {
    return plans(
        Sql.rows(
            session,
            "select "
                + PLAN
                + """
                 from plan.prep_plan p where p.account_id = viewer.account_id() and p.ends_at > :time
                order by p.created_at, p.id
                """,
            Map.of("time", time)));
  }

  /** Reads a page of plans, the newest first, and one more where there are more. */
  Plans page(StatelessSession session, Account account, PageRequest page) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("account", account.id());
    parameters.put("limit", page.size() + 1);
    String order =
        " order by p.created_at %1$s, p.id %1$s".formatted(page.backward() ? "asc" : "desc");
    List<Object[]> rows =
        Sql.rows(
            session,
            "select "
                + PLAN
                + """
                , t.total from (select count(*) as total from plan.prep_plan where account_id = :account) t
                left join (select * from plan.prep_plan p where p.account_id = :account
                """
                + NewestFirst.within("p.created_at", "p.id", page, parameters)
                + order
                + " limit :limit) p on true"
                + order,
            parameters);
    int total = ((Number) rows.get(0)[12]).intValue();
    return new Plans(plans(rows.stream().filter(row -> row[0] != null).toList()), total);
  }

  /** What {@link #page} sorts by. */
  static String sortKey(StoredPlan plan) {
    return NewestFirst.sortKey(plan.createdAt(), plan.id());
  }

  /** The plan that an item is of; empty when there is no such item. */
  List<StoredPlan> ofItem(StatelessSession session, Account account, UUID item) {
    return plans(
        Sql.rows(
            session,
            "select "
                + PLAN
                + """
                 from plan.prep_plan p where p.account_id = :account
                and p.id = (select plan_id from plan.item where id = :item and account_id = :account)
                """,
            Map.of("account", account.id(), "item", item)));
  }

  int count(StatelessSession session, Account account) {
    Object[] row =
        Sql.row(
            session,
            "select count(*) from plan.prep_plan where account_id = :account",
            Map.of("account", account.id()));
    return ((Number) row[0]).intValue();
  }

  /**
   * Adds a plan without items, as version 1.
   *
   * @param createdAt null for now
   */
  UUID insert(StatelessSession session, UUID guide, Settings settings, Instant createdAt) {
    Map<String, Object> parameters = parameters(settings);
    parameters.put("guide", guide);
    parameters.put("createdAt", createdAt == null ? null : createdAt.toString());
    return (UUID)
        Sql.row(
            session,
            """
            insert into plan.prep_plan (guide_id, title, interview_on, daily_minutes, time_zone, ends_at, days_off, created_at)
            values (:guide, :title, :interviewOn, :dailyMinutes, :timeZone, :endsAt, :daysOff,
              coalesce(cast(:createdAt as timestamptz), catalogue.now()))
            returning id, version
            """,
            parameters)[0];
  }

  void update(StatelessSession session, UUID plan, Settings settings) {
    Map<String, Object> parameters = parameters(settings);
    parameters.put("plan", plan);
    Sql.execute(
        session,
        """
        update plan.prep_plan set title = :title, interview_on = :interviewOn, daily_minutes = :dailyMinutes,
          time_zone = :timeZone, ends_at = :endsAt, days_off = :daysOff, version = version + 1, changed_at = catalogue.now()
        where account_id = viewer.account_id() and id = :plan
        """,
        parameters);
  }

  private static Map<String, Object> parameters(Settings settings) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("title", settings.title());
    parameters.put("interviewOn", settings.interviewOn());
    parameters.put("dailyMinutes", settings.dailyMinutes());
    parameters.put("timeZone", settings.timeZone());
    parameters.put("endsAt", settings.ends());
    parameters.put(
        "daysOff",
        settings.daysOff().stream().map(DayOfWeek::getValue).sorted().toArray(Integer[]::new));
    return parameters;
  }

  /** Deletes a plan with its items; false when there is none. */
  boolean delete(StatelessSession session, Account account, UUID plan) {
    return Sql.execute(
            session,
            "delete from plan.prep_plan where account_id = :account and id = :plan",
            Map.of("account", account.id(), "plan", plan))
        > 0;
  }

  private List<StoredPlan> plans(List<Object[]> rows) {
    return rows.stream().map(this::plan).toList();
  }

  private StoredPlan plan(Object[] row) {
    List<StoredItem> items = new ArrayList<>();
    if (row[11] != null) {
      parse((String) row[11]).forEach(item -> items.add(item(item)));
    }
    return new StoredPlan(
        (UUID) row[0],
        (UUID) row[1],
        new Settings(
            (String) row[2],
            (LocalDate) row[3],
            (int) row[4],
            (String) row[5],
            daysOff((Integer[]) row[6])),
        (int) row[7],
        (int) row[8],
        (Instant) row[9],
        (Instant) row[10],
        List.copyOf(items));
  }

  private static Set<DayOfWeek> daysOff(Integer[] days) {
    Set<DayOfWeek> off = EnumSet.noneOf(DayOfWeek.class);
    for (int day : days) {
      off.add(DayOfWeek.of(day));
    }
    return off;
  }

  static StoredItem item(JsonNode item) {
    return new StoredItem(
        UUID.fromString(item.get(0).textValue()),
        PlanItemKind.valueOf(item.get(1).textValue()),
        item.get(2).isNull() ? null : UUID.fromString(item.get(2).textValue()),
        item.get(3).intValue(),
        item.get(4).textValue(),
        item.get(5).isNull() ? null : LocalDate.parse(item.get(5).textValue()),
        item.get(6).intValue(),
        item.get(7).isNull() ? null : OffsetDateTime.parse(item.get(7).textValue()).toInstant());
  }

  private JsonNode parse(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
