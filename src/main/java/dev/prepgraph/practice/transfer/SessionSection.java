package dev.prepgraph.practice.transfer;

import dev.prepgraph.account.schema.SkipReason;
import dev.prepgraph.account.transfer.Batch;
import dev.prepgraph.account.transfer.Groups;
import dev.prepgraph.account.transfer.Reference;
import dev.prepgraph.account.transfer.References;
import dev.prepgraph.account.transfer.Section;
import dev.prepgraph.account.transfer.TransferJson;
import dev.prepgraph.common.Sql;
import dev.prepgraph.practice.PracticeConfig;
import dev.prepgraph.practice.transfer.SessionEntry.Answer;
import dev.prepgraph.practice.transfer.SessionEntry.Asked;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** Timed sessions with their answers. */
@ApplicationScoped
class SessionSection implements Section<SessionEntry> {

  /** Identifies a session: a user starts one at a time. */
  private record Identity(UUID guide, Instant startedAt) {}

  @RegisterForReflection
  record SessionRow(
      UUID guide, int minutes, Instant started, Instant finished, List<QuestionRow> questions) {}

  @RegisterForReflection
  record QuestionRow(UUID question, Answer answer) {}

  private static final String READ =
      "select s.id, s.guide_id, "
          + References.guideSlug("s.guide_id")
          + " as guide_slug, s.minutes_each, s.started_at, s.finished_at, p.question_id, "
          + References.questionSlug("p.question_id")
          + """
           as slug, p.body, p.version, p.answered_at, p.late
          from practice.session s
          join practice.session_question p on p.session_id = s.id
          where s.account_id = viewer.account_id()
          order by s.started_at, s.id, p.position
          """;

  private static final String WRITE =
      """
      with given as (
        select catalogue.uuid_v7() as id, g.* from json_to_recordset(cast(:rows as json)) as g
          (guide uuid, minutes int, started timestamptz, finished timestamptz, questions json)),
      started as (
        insert into practice.session (id, guide_id, minutes_each, started_at, finished_at)
        select id, guide, minutes, started, case when finished is not null then greatest(started, finished) end from given)
      insert into practice.session_question (session_id, position, question_id, body, version, answered_at, late)
      select g.id, q.position, cast(q.entry->>'question' as uuid), a.body, coalesce(a.version, 0), a."answeredAt", coalesce(a.late, false)
      from given g cross join lateral json_array_elements(g.questions) with ordinality q (entry, position)
      cross join lateral json_to_record(coalesce(q.entry->'answer', '{}'))
        as a (body text, version int, "answeredAt" timestamptz, late boolean)
      """;

  private final PracticeConfig config;

  SessionSection(PracticeConfig config) {
    this.config = config;
  }

  @Override
  public String name() {
    return "practiceSessions";
  }

  @Override
  public Class<SessionEntry> type() {
    return SessionEntry.class;
  }

  @Override
  public List<Limit> limits() {
    return List.of(
        new Limit(
            "select count(*) from practice.session where account_id = viewer.account_id()",
            config.sessionsPerUser(),
            "A user keeps at most " + config.sessionsPerUser() + " sessions"));
  }

  @Override
  public Stream<SessionEntry> entries(StatelessSession session) {
    return Groups.of(
        Sql.tuples(session, READ, Map.of()),
        "id",
        (first, questions) ->
            new SessionEntry(
                Reference.guide(
                    first.get("guide_id", UUID.class), first.get("guide_slug", String.class)),
                first.get("minutes_each", Integer.class),
                first.get("started_at", Instant.class),
                first.get("finished_at", Instant.class),
                asked(questions)));
  }

  private static List<Asked> asked(Iterator<Tuple> rows) {
    List<Asked> asked = new ArrayList<>();
    rows.forEachRemaining(
        row -> {
          String body = row.get("body", String.class);
          asked.add(
              new Asked(
                  Reference.question(
                      row.get("question_id", UUID.class), row.get("slug", String.class)),
                  body == null
                      ? null
                      : new Answer(
                          body,
                          row.get("version", Integer.class),
                          row.get("answered_at", Instant.class),
                          row.get("late", Boolean.class))));
        });
    return asked;
  }

  @Override
  public void restore(StatelessSession session, Batch<SessionEntry> batch) {
    Map<Reference, References.Target> guides =
        References.guides(session, batch.entries().map(SessionEntry::guide));
    Map<Reference, References.Target> questions =
        References.questions(
            session, batch.entries().flatMap(e -> e.questions().stream()).map(Asked::question));
    Set<Identity> started = new HashSet<>();
    Sql.rows(
            session,
            "select guide_id, started_at from practice.session where account_id = viewer.account_id()",
            Map.of())
        .forEach(row -> started.add(new Identity((UUID) row[0], (Instant) row[1])));
    List<SessionRow> rows = new ArrayList<>();
    for (var item : batch) {
      SessionEntry entry = item.entry();
      References.Target guide = guides.get(entry.guide());
      List<References.Target> asked =
          entry.questions().stream().map(q -> questions.get(q.question())).toList();
      if (guide == null || asked.stream().anyMatch(Objects::isNull)) {
        item.skip(SkipReason.UNKNOWN);
      } else if (!started.add(new Identity(guide.key(), entry.startedAt()))) {
        item.skip(SkipReason.EXISTS);
      } else {
        item.require(
            new HashSet<>(asked).size() == asked.size(), "a question stands in a session twice");
        rows.add(row(entry, guide, asked));
      }
    }
    Sql.execute(session, WRITE, Map.of("rows", TransferJson.print(rows)));
  }

  private static SessionRow row(
      SessionEntry entry, References.Target guide, List<References.Target> asked) {
    List<QuestionRow> questions = new ArrayList<>();
    for (Asked question : entry.questions()) {
      questions.add(new QuestionRow(asked.get(questions.size()).key(), question.answer()));
    }
    return new SessionRow(
        guide.key(), entry.minutesEach(), entry.startedAt(), entry.finishedAt(), questions);
  }
}
