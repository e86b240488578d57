package dev.prepgraph.interview;

import dev.prepgraph.account.Account;
import dev.prepgraph.common.Sql;
import dev.prepgraph.interview.schema.InterviewFilter;
import dev.prepgraph.paging.NewestFirst;
import dev.prepgraph.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * Reads and writes interviews, in the transaction of the user whose they are; one statement a call.
 */
@ApplicationScoped
class InterviewRepository {

  /** A page of interviews, and how many there are on all pages. */
  record Interviews(List<StoredInterview> found, int total) {}

  /** Whether there are a published guide and a plan of the user's. */
  record References(boolean guide, boolean plan) {}

  /** The columns that {@link #interview} reads. */
  static final String INTERVIEW =
      "i.id, i.company, i.position, i.guide_id, i.plan_id, i.scheduled_at, i.time_zone, i.location, i.notes, i.version,"
          + " i.created_at, i.changed_at, "
          + StageRepository.STAGE;

  static final String FROM =
      " from interview.interview i join " + StageRepository.STAGES + " on s.id = i.stage_id";

  int count(StatelessSession session) {
    Object[] row =
        Sql.row(
            session,
            "select count(*) from interview.interview where account_id = viewer.account_id()",
            Map.of());
    return ((Number) row[0]).intValue();
  }

  /** Reads whether what an interview is to refer to is there; a null is not. */
  References references(StatelessSession session, Account account, UUID guide, UUID plan) {
    Object[] row =
        Sql.row(
            session,
            """
            select exists (select from catalogue.guide where id = cast(:guide as uuid)) as guide,
              exists (select from plan.prep_plan where account_id = :account and id = cast(:plan as uuid)) as plan
            """,
            parameters("account", account.id(), "guide", text(guide), "plan", text(plan)));
    return new References((boolean) row[0], (boolean) row[1]);
  }

  /** Makes an interview that entered its stage at some time; returns its key. */
  UUID add(StatelessSession session, InterviewDetails details, UUID stage, Instant enteredAt) {
    Map<String, Object> parameters = parameters("stage", stage, "enteredAt", enteredAt);
    bind(parameters, details);
    return (UUID)
        Sql.row(
            session,
            """
            with added as (
              insert into interview.interview (company, position, guide_id, plan_id, stage_id,
                scheduled_at, time_zone, scheduled_on, location, notes)
              values (:company, :position, cast(:guide as uuid), cast(:plan as uuid), :stage,
                cast(:scheduledAt as timestamptz), :timeZone, cast(:scheduledOn as date), :location, :notes)
              returning id)
            insert into interview.stage_change (interview_id, number, stage_id, entered_at)
            select id, 1, :stage, :enteredAt from added
            returning interview_id
            """,
            parameters)[0];
  }

  /** Changes what is said of an interview; false when it has another version. */
  boolean update(
      StatelessSession session,
      Account account,
      UUID interview,
      int expected,
      InterviewDetails details) {
    Map<String, Object> parameters =
        parameters("account", account.id(), "interview", interview, "expected", expected);
    bind(parameters, details);
    return Sql.execute(
            session,
            """
            update interview.interview set company = :company, position = :position,
              guide_id = cast(:guide as uuid), plan_id = cast(:plan as uuid), scheduled_at = cast(:scheduledAt as timestamptz),
              time_zone = :timeZone, scheduled_on = cast(:scheduledOn as date), location = :location,
              notes = :notes, version = version + 1, changed_at = catalogue.now()
            where account_id = :account and id = :interview and version = :expected
            """,
            parameters)
        > 0;
  }

  private static void bind(Map<String, Object> parameters, InterviewDetails details) {
    parameters.put("company", details.company());
    parameters.put("position", details.position());
    parameters.put("guide", text(details.guide()));
    parameters.put("plan", text(details.plan()));
    parameters.put("scheduledAt", text(details.scheduledAt()));
    parameters.put("timeZone", details.timeZone());
    parameters.put("scheduledOn", text(details.scheduledOn()));
    parameters.put("location", details.location());
    parameters.put("notes", details.notes());
  }

  /** What may be null travels as text. */
  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  /** Gives an interview its next version; false when it has another one. */
  boolean bump(StatelessSession session, Account account, UUID interview, int expected) {
    return Sql.execute(
            session,
            """
            update interview.interview set version = version + 1, changed_at = catalogue.now()
            where account_id = :account and id = :interview and version = :expected
            """,
            parameters("account", account.id(), "interview", interview, "expected", expected))
        > 0;
  }

  /** Deletes an interview with all that belongs to it; false when there is none. */
  boolean delete(StatelessSession session, Account account, UUID interview) {
    return Sql.execute(
            session,
            "delete from interview.interview where account_id = :account and id = :interview",
            parameters("account", account.id(), "interview", interview))
        > 0;
  }

  List<StoredInterview> byIds(StatelessSession session, Account account, Collection<UUID> ids) {
    return Sql.rows(
            session,
            "select " + INTERVIEW + FROM + " where i.account_id = :account and i.id = any(:ids)",
            parameters("account", account.id(), "ids", ids.toArray(UUID[]::new)))
        .stream()
        .map(InterviewRepository::interview)
        .toList();
  }

  Optional<StoredInterview> byId(StatelessSession session, Account account, UUID id) {
    return byIds(session, account, List.of(id)).stream().findFirst();
  }

  /**
   * The interviews of the transaction's account that have a time, the earliest first, except those
   * that are over before they take place.
   */
  List<StoredInterview> scheduled(StatelessSession session, Instant since) {
    return Sql.rows(
            session,
            "select "
                + INTERVIEW
                + FROM
                + """
                 where i.account_id = viewer.account_id() and i.scheduled_at >= :since
                  and not (s.closed and i.scheduled_at > catalogue.now())
                order by i.scheduled_at, i.id
                """,
            parameters("since", since))
        .stream()
        .map(InterviewRepository::interview)
        .toList();
  }

  /** Reads a page of interviews, the newest first, and one more where there are more. */
  Interviews page(
      StatelessSession session,
      Account account,
      InterviewFilter filter,
      UUID stage,
      PageRequest page) {
    Map<String, Object> parameters = parameters("account", account.id(), "limit", page.size() + 1);
    String order = page.backward() ? "asc" : "desc";
    String sql =
        "with matching as (select i.id, i.created_at"
            + FROM
            + " where i.account_id = :account"
            + conditions(filter, stage, parameters)
            + "), page as (select m.id from matching m where true"
            + NewestFirst.within("m.created_at", "m.id", page, parameters)
            + " order by m.created_at %s, m.id %s limit :limit)".formatted(order, order)
            + " select "
            + INTERVIEW
            + ", t.total from (select count(*) as total from matching) t left join (page p join"
            + FROM.substring(" from".length())
            + " on p.id = i.id) on true order by i.created_at %s, i.id %s".formatted(order, order);
    List<Object[]> rows = Sql.rows(session, sql, parameters);
    List<StoredInterview> found = new ArrayList<>();
    for (Object[] row : rows) {
      if (row[0] != null) {
        found.add(interview(row));
      }
    }
    return new Interviews(found, ((Number) rows.get(0)[16]).intValue());
  }

  private static String conditions(
      InterviewFilter filter, UUID stage, Map<String, Object> parameters) {
    StringBuilder conditions = new StringBuilder();
    if (stage != null) {
      conditions.append(" and i.stage_id = :stage");
      parameters.put("stage", stage);
    }
    if (filter.closed() != null) {
      conditions.append(" and s.closed = :closed");
      parameters.put("closed", filter.closed());
    }
    if (filter.from() != null) {
      conditions.append(" and i.scheduled_on >= :from");
      parameters.put("from", filter.from());
    }
    if (filter.to() != null) {
      conditions.append(" and i.scheduled_on <= :to");
      parameters.put("to", filter.to());
    }
    return conditions.toString();
  }

  /** What {@link #page} sorts by. */
  static String sortKey(StoredInterview interview) {
    return NewestFirst.sortKey(interview.createdAt(), interview.id());
  }

  /** Out of the columns of {@link #INTERVIEW}, which begin the row. */
  static StoredInterview interview(Object[] row) {
    return new StoredInterview(
        (UUID) row[0],
        new InterviewDetails(
            (String) row[1],
            (String) row[2],
            (UUID) row[3],
            (UUID) row[4],
            (Instant) row[5],
            (String) row[6],
            (String) row[7],
            (String) row[8]),
        StageRepository.stage(row, 12),
        (int) row[9],
        (Instant) row[10],
        (Instant) row[11]);
  }

  static Map<String, Object> parameters(Object... namesAndValues) {
    Map<String, Object> parameters = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return parameters;
  }
}
