package dev.prepgraph.plan.transfer;

import dev.prepgraph.account.schema.SkipReason;
import dev.prepgraph.account.transfer.Batch;
import dev.prepgraph.account.transfer.Reference;
import dev.prepgraph.account.transfer.References;
import dev.prepgraph.account.transfer.Section;
import dev.prepgraph.account.transfer.TransferJson;
import dev.prepgraph.common.Sql;
import dev.prepgraph.common.TimeZones;
import dev.prepgraph.plan.PlanConfig;
import dev.prepgraph.plan.schema.PlanItemKind;
import dev.prepgraph.plan.transfer.PlanEntry.Item;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** Prep plans with their items. */
@ApplicationScoped
class PlanSection implements Section<PlanEntry> {

  /** Identifies a plan: a user makes one at a time. */
  private record Identity(UUID guide, Instant createdAt) {}

  /** Identifies an item within its plan. */
  private record Place(PlanItemKind kind, UUID question, int number) {}

  @RegisterForReflection
  record ItemRow(
      PlanItemKind kind,
      UUID question,
      String slug,
      int number,
      String title,
      LocalDate day,
      int minutes,
      Instant done) {}

  @RegisterForReflection
  record PlanRow(
      UUID guide,
      String title,
      LocalDate day,
      int minutes,
      String zone,
      Instant ends,
      List<Integer> off,
      int shortfall,
      Instant created,
      List<ItemRow> items) {}

  private static final String READ =
      "select p.guide_id, "
          + References.guideSlug("p.guide_id")
          + """
           as slug, p.title, p.interview_on, p.daily_minutes, p.time_zone, cast(array_to_json(p.days_off) as text) as days_off,
            p.shortfall_minutes, p.created_at, cast((select json_agg(json_build_object(
              'kind', i.kind, 'question', i.question_id, 'number', i.number, 'title', i.title, 'day', i.on_day, 'minutes', i.minutes,
              'done', i.done_at, 'slug',
          """
          + References.questionSlug("i.question_id")
          + """
            ) order by i.on_day nulls last, i.position, i.id)
            from plan.item i where i.plan_id = p.id) as text) as items
          from plan.prep_plan p
          where p.account_id = viewer.account_id()
          order by p.created_at, p.id
          """;

  private static final String WRITE =
      """
      with given as (
        select catalogue.uuid_v7() as id, g.* from json_to_recordset(cast(:rows as json)) as g
          (guide uuid, title text, day date, minutes int, zone text, ends timestamptz, off json, shortfall int,
            created timestamptz, items json)),
      plans as (
        insert into plan.prep_plan (id, guide_id, title, interview_on, daily_minutes, time_zone, ends_at, days_off,
          shortfall_minutes, created_at)
        select id, guide, title, day, minutes, zone, ends,
          array(select cast(d as int) from json_array_elements_text(off) d order by 1), shortfall, created from given)
      insert into plan.item (plan_id, kind, question_id, number, title, on_day, position, minutes, done_at)
      select g.id, i.kind, i.question, i.number, i.title, i.day, e.position, i.minutes, i.done
      from given g cross join lateral json_array_elements(g.items) with ordinality e (item, position)
      cross join lateral json_to_record(e.item)
        as i (kind text, question uuid, number int, title text, day date, minutes int, done timestamptz)
      """;

  private final PlanConfig config;
  private final Clock clock;

  PlanSection(PlanConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "prepPlans";
  }

  @Override
  public Class<PlanEntry> type() {
    return PlanEntry.class;
  }

  @Override
  public List<Limit> limits() {
    return List.of(
        new Limit(
            "select count(*) from plan.prep_plan where account_id = viewer.account_id()",
            config.perUser(),
            "A user keeps at most " + config.perUser() + " plans"));
  }

  @Override
  public Stream<PlanEntry> entries(StatelessSession session) {
    return Sql.tuples(session, READ, Map.of()).map(PlanSection::entry);
  }

  private static PlanEntry entry(Tuple row) {
    String items = row.get("items", String.class);
    return new PlanEntry(
        Reference.guide(row.get("guide_id", UUID.class), row.get("slug", String.class)),
        row.get("title", String.class),
        row.get("interview_on", LocalDate.class),
        row.get("daily_minutes", Integer.class),
        row.get("time_zone", String.class),
        Stream.of(TransferJson.parse(row.get("days_off", String.class), Integer[].class))
            .map(DayOfWeek::of)
            .toList(),
        row.get("shortfall_minutes", Integer.class),
        row.get("created_at", Instant.class),
        items == null
            ? List.of()
            : Stream.of(TransferJson.parse(items, ItemRow[].class))
                .map(PlanSection::entry)
                .toList());
  }

  private static Item entry(ItemRow item) {
    return new Item(
        item.kind(),
        Reference.question(item.question(), item.slug()),
        item.number(),
        item.title(),
        item.day(),
        item.minutes(),
        item.done());
  }

  @Override
  public void restore(StatelessSession session, Batch<PlanEntry> batch) {
    Map<Reference, References.Target> guides =
        References.guides(session, batch.entries().map(PlanEntry::guide));
    Map<Reference, References.Target> questions =
        References.questions(
            session, batch.entries().flatMap(e -> e.items().stream()).map(Item::question));
    Set<Identity> made = new HashSet<>();
    Sql.rows(
            session,
            "select guide_id, created_at from plan.prep_plan where account_id = viewer.account_id()",
            Map.of())
        .forEach(row -> made.add(new Identity((UUID) row[0], (Instant) row[1])));
    List<PlanRow> rows = new ArrayList<>();
    for (var plan : batch) {
      check(plan);
      References.Target guide = guides.get(plan.entry().guide());
      if (guide == null) {
        plan.skip(SkipReason.UNKNOWN);
      } else if (!made.add(new Identity(guide.key(), plan.entry().createdAt()))) {
        plan.skip(SkipReason.EXISTS);
      } else {
        rows.add(row(plan, guide.key(), questions));
      }
    }
    Sql.execute(session, WRITE, Map.of("rows", TransferJson.print(rows)));
  }

  /** Checks what the schema cannot say. */
  private void check(Batch<PlanEntry>.Item plan) {
    PlanEntry entry = plan.entry();
    LocalDate today = LocalDate.ofInstant(clock.instant(), TimeZones.stored(entry.timeZone()));
    plan.require(
        !entry.interviewOn().isAfter(today.plusDays(config.horizonDays())),
        "the interview is too far ahead");
    for (Item item : entry.items()) {
      boolean asks = item.kind() == PlanItemKind.LEARN || item.kind() == PlanItemKind.REVIEW;
      plan.require(
          (item.question() != null) == asks
              && (item.title() != null) == (item.kind() == PlanItemKind.CUSTOM),
          "LEARN and REVIEW items need a question, CUSTOM items a title");
      plan.require(
          item.date() == null || !item.date().isAfter(entry.interviewOn()),
          "an item is after the interview");
    }
  }

  private PlanRow row(
      Batch<PlanEntry>.Item plan, UUID guide, Map<Reference, References.Target> questions) {
    PlanEntry entry = plan.entry();
    Optional<ZoneId> zone = TimeZones.find(entry.timeZone());
    if (zone.isEmpty()) {
      plan.skipPart("/timeZone", SkipReason.UNKNOWN);
    }
    return new PlanRow(
        guide,
        entry.title(),
        entry.interviewOn(),
        entry.dailyMinutes(),
        zone.isEmpty() ? "UTC" : entry.timeZone(),
        TimeZones.endOf(entry.interviewOn(), zone.orElse(ZoneOffset.UTC)),
        entry.daysOff() == null
            ? List.of()
            : entry.daysOff().stream().map(DayOfWeek::getValue).toList(),
        entry.shortfallMinutes() == null ? 0 : entry.shortfallMinutes(),
        entry.createdAt(),
        items(plan, questions));
  }

  private List<ItemRow> items(
      Batch<PlanEntry>.Item plan, Map<Reference, References.Target> questions) {
    List<ItemRow> items = new ArrayList<>();
    Set<Place> places = new HashSet<>();
    int at = 0;
    for (Item item : plan.entry().items()) {
      References.Target question = questions.get(item.question());
      UUID key = question == null ? null : question.key();
      if (item.question() != null && key == null) {
        plan.skipPart("/items/" + at, SkipReason.UNKNOWN);
      } else {
        plan.require(
            places.add(new Place(item.kind(), key, item.number())), "an item stands here twice");
        items.add(
            new ItemRow(
                item.kind(),
                key,
                null,
                item.number(),
                item.title(),
                item.date(),
                item.minutes(),
                item.doneAt()));
      }
      at++;
    }
    long own = items.stream().filter(item -> item.kind() == PlanItemKind.CUSTOM).count();
    plan.require(
        items.size() <= config.items() && own <= config.customItems(),
        "a plan has at most %d items, %d of them CUSTOM"
            .formatted(config.items(), config.customItems()));
    return items;
  }
}
