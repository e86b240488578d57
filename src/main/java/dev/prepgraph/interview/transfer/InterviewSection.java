package dev.prepgraph.interview.transfer;

import dev.prepgraph.account.schema.SkipReason;
import dev.prepgraph.account.transfer.Batch;
import dev.prepgraph.account.transfer.Reference;
import dev.prepgraph.account.transfer.References;
import dev.prepgraph.account.transfer.Section;
import dev.prepgraph.account.transfer.TransferJson;
import dev.prepgraph.common.Sql;
import dev.prepgraph.common.TimeZones;
import dev.prepgraph.interview.InterviewConfig;
import dev.prepgraph.interview.StageRepository;
import dev.prepgraph.interview.StageService;
import dev.prepgraph.interview.transfer.InterviewEntry.Asked;
import dev.prepgraph.interview.transfer.InterviewEntry.Debrief;
import dev.prepgraph.interview.transfer.InterviewEntry.Gap;
import dev.prepgraph.interview.transfer.InterviewEntry.Move;
import dev.prepgraph.interview.transfer.InterviewRow.AskedRow;
import dev.prepgraph.interview.transfer.InterviewRow.GapRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** Interviews with their history and debrief. */
@ApplicationScoped
class InterviewSection implements Section<InterviewEntry> {

  /** Identifies an interview: a user tracks one at a time. */
  private record Identity(String company, String position, Instant createdAt) {}

  private final StageService stages;
  private final InterviewConfig config;

  InterviewSection(StageService stages, InterviewConfig config) {
    this.stages = stages;
    this.config = config;
  }

  @Override
  public String name() {
    return "interviews";
  }

  @Override
  public Class<InterviewEntry> type() {
    return InterviewEntry.class;
  }

  @Override
  public List<Limit> limits() {
    return List.of(
        new Limit(
            "select count(*) from interview.interview where account_id = viewer.account_id()",
            config.perUser(),
            "A user tracks at most " + config.perUser() + " interviews"));
  }

  @Override
  public Stream<InterviewEntry> entries(StatelessSession session) {
    return Sql.tuples(session, InterviewRow.READ, Map.of()).map(InterviewSection::entry);
  }

  private static InterviewEntry entry(Tuple row) {
    Instant planCreatedAt = row.get("plan_created_at", Instant.class);
    return new InterviewEntry(
        row.get("company", String.class),
        row.get("position", String.class),
        Reference.guide(row.get("guide_id", UUID.class), row.get("guide_slug", String.class)),
        planCreatedAt == null ? null : new InterviewEntry.Plan(planCreatedAt),
        row.get("scheduled_at", Instant.class),
        row.get("time_zone", String.class),
        row.get("location", String.class),
        row.get("notes", String.class),
        row.get("version", Integer.class),
        row.get("created_at", Instant.class),
        row.get("changed_at", Instant.class),
        List.of(TransferJson.parse(row.get("history", String.class), Move[].class)),
        row.get("saved_at", Instant.class) == null ? null : debrief(row));
  }

  private static Debrief debrief(Tuple row) {
    return new Debrief(
        row.get("saved_at", Instant.class),
        row.get("debrief_notes", String.class),
        Stream.of(TransferJson.parse(row.get("asked", String.class), AskedRow[].class))
            .map(AskedRow::entry)
            .toList(),
        Stream.of(TransferJson.parse(row.get("gaps", String.class), GapRow[].class))
            .map(GapRow::entry)
            .toList());
  }

  @Override
  public void restore(StatelessSession session, Batch<InterviewEntry> batch) {
    Map<Reference, References.Target> guides =
        References.guides(session, batch.entries().map(InterviewEntry::guide));
    Map<Reference, References.Target> questions =
        References.questions(session, batch.entries().flatMap(InterviewSection::questions));
    Map<Instant, UUID> plans = new HashMap<>();
    Sql.rows(
            session,
            "select created_at, id from plan.prep_plan where account_id = viewer.account_id() order by id desc",
            Map.of())
        .forEach(row -> plans.put((Instant) row[0], (UUID) row[1]));
    Set<Identity> tracked = tracked(session);
    List<InterviewRow> rows = new ArrayList<>();
    for (var item : batch) {
      check(item);
      InterviewEntry entry = item.entry();
      if (tracked.add(new Identity(entry.company(), entry.position(), entry.createdAt()))) {
        rows.add(row(item, guides, plans, questions));
      } else {
        item.skip(SkipReason.EXISTS);
      }
    }
    Map<String, String> names =
        stages.addMissing(
            session,
            rows.stream()
                .flatMap(row -> row.history().stream())
                .map(move -> new StageRepository.New(move.stage(), false))
                .toList());
    Sql.execute(
        session,
        InterviewRow.WRITE,
        Map.of(
            "rows", TransferJson.print(rows.stream().map(row -> row.withStages(names)).toList())));
  }

  private static Stream<Reference> questions(InterviewEntry entry) {
    return entry.debrief() == null
        ? Stream.empty()
        : Stream.concat(
            entry.debrief().askedQuestions().stream().map(Asked::question),
            entry.debrief().gaps().stream().map(Gap::question));
  }

  private static Set<Identity> tracked(StatelessSession session) {
    Set<Identity> tracked = new HashSet<>();
    Sql.rows(
            session,
            "select company, position, created_at from interview.interview where account_id = viewer.account_id()",
            Map.of())
        .forEach(
            row -> tracked.add(new Identity((String) row[0], (String) row[1], (Instant) row[2])));
    return tracked;
  }

  /** Checks what the schema cannot say. */
  private static void check(Batch<InterviewEntry>.Item item) {
    InterviewEntry entry = item.entry();
    item.require(
        entry.debrief() == null
            || entry.debrief().askedQuestions().stream()
                .allMatch(asked -> asked.question() != null || asked.text() != null),
        "a question that was asked needs a question or a text");
  }

  private static InterviewRow row(
      Batch<InterviewEntry>.Item item,
      Map<Reference, References.Target> guides,
      Map<Instant, UUID> plans,
      Map<Reference, References.Target> questions) {
    InterviewEntry entry = item.entry();
    UUID guide = key(guides, entry.guide());
    skip(item, "/guide", entry.guide() != null && guide == null);
    UUID plan = entry.plan() == null ? null : plans.get(entry.plan().createdAt());
    skip(item, "/plan", entry.plan() != null && plan == null);
    Optional<ZoneId> zone = Optional.ofNullable(entry.timeZone()).flatMap(TimeZones::find);
    skip(item, "/timeZone", entry.timeZone() != null && zone.isEmpty());
    return new InterviewRow(
        entry.company(),
        entry.position(),
        guide,
        plan,
        entry.scheduledAt(),
        entry.scheduledAt() == null
            ? null
            : LocalDate.ofInstant(entry.scheduledAt(), zone.orElse(ZoneOffset.UTC)),
        zone.isEmpty() ? null : entry.timeZone(),
        entry.location(),
        entry.notes(),
        entry.version(),
        entry.createdAt(),
        entry.updatedAt(),
        entry.history(),
        entry.debrief() == null ? null : debrief(item, entry.debrief(), questions));
  }

  private static InterviewRow.DebriefRow debrief(
      Batch<InterviewEntry>.Item item,
      Debrief debrief,
      Map<Reference, References.Target> questions) {
    List<AskedRow> asked = new ArrayList<>();
    for (Asked entry : debrief.askedQuestions()) {
      UUID key = key(questions, entry.question());
      boolean unknown = entry.question() != null && key == null;
      skip(item, "/debrief/askedQuestions/" + asked.size() + "/question", unknown);
      String text = unknown && entry.text() == null ? entry.question().slug() : entry.text();
      asked.add(new AskedRow(key, null, text, entry.rating(), entry.notes()));
    }
    List<GapRow> gaps = new ArrayList<>();
    int at = 0;
    for (Gap entry : debrief.gaps()) {
      UUID key = key(questions, entry.question());
      boolean unknown = entry.question() != null && key == null;
      skip(item, "/debrief/gaps/" + at++, unknown);
      if (!unknown) {
        gaps.add(new GapRow(key, null, entry.criterion(), entry.note()));
      }
    }
    return new InterviewRow.DebriefRow(debrief.savedAt(), debrief.notes(), asked, gaps);
  }

  private static UUID key(Map<Reference, References.Target> targets, Reference reference) {
    return Optional.ofNullable(targets.get(reference)).map(References.Target::key).orElse(null);
  }

  private static void skip(Batch<InterviewEntry>.Item item, String part, boolean unknown) {
    if (unknown) {
      item.skipPart(part, SkipReason.UNKNOWN);
    }
  }
}
