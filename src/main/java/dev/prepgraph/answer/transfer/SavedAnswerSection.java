package dev.prepgraph.answer.transfer;

import dev.prepgraph.account.schema.SkipReason;
import dev.prepgraph.account.transfer.Batch;
import dev.prepgraph.account.transfer.Groups;
import dev.prepgraph.account.transfer.Reference;
import dev.prepgraph.account.transfer.References;
import dev.prepgraph.account.transfer.Section;
import dev.prepgraph.account.transfer.TransferJson;
import dev.prepgraph.answer.AnswerConfig;
import dev.prepgraph.answer.AnswerText;
import dev.prepgraph.answer.schema.SavedAnswerStatus;
import dev.prepgraph.answer.schema.StarAnswer;
import dev.prepgraph.answer.transfer.SavedAnswerEntry.Revision;
import dev.prepgraph.common.Sql;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** Saved answers with their history. */
@ApplicationScoped
class SavedAnswerSection implements Section<SavedAnswerEntry> {

  @RegisterForReflection
  record AnswerRow(UUID question, int version, Instant created) {}

  @RegisterForReflection
  record RevisionRow(
      UUID question,
      int version,
      int revision,
      SavedAnswerStatus status,
      Instant saved,
      String body,
      StarAnswer star) {

    int length() {
      return new AnswerText(body, star).length();
    }
  }

  /** How many characters are written with one statement: an answer may have megabytes. */
  private static final int CHUNK = 1 << 20;

  private static final String READ =
      "select a.id, a.question_id, "
          + References.questionSlug("a.question_id")
          + """
           as slug, a.created_at, r.version,
            r.question_revision, r.status, r.saved_at, r.body, r.situation, r.task, r.action, r.result
          from answer.saved_answer a
          join answer.answer_revision r on r.answer_id = a.id
          where a.account_id = viewer.account_id()
          order by a.created_at, a.id, r.version
          """;

  private static final String WRITE_ANSWERS =
      """
      insert into answer.saved_answer (question_id, version, created_at)
      select question, version, created from json_to_recordset(cast(:rows as json))
        as g (question uuid, version int, created timestamptz)
      """;

  private static final String WRITE_REVISIONS =
      """
      insert into answer.answer_revision
        (answer_id, version, question_revision, status, body, situation, task, action, result, saved_at)
      select a.id, g.version, g.revision, g.status, g.body,
        g.star->>'situation', g.star->>'task', g.star->>'action', g.star->>'result', g.saved
      from json_to_recordset(cast(:rows as json)) as g
        (question uuid, version int, revision int, status text, saved timestamptz, body text, star json)
      join answer.saved_answer a on a.question_id = g.question and a.account_id = viewer.account_id()
      """;

  private final AnswerConfig config;

  SavedAnswerSection(AnswerConfig config) {
    this.config = config;
  }

  @Override
  public String name() {
    return "savedAnswers";
  }

  @Override
  public Class<SavedAnswerEntry> type() {
    return SavedAnswerEntry.class;
  }

  @Override
  public List<Limit> limits() {
    return List.of(
        new Limit(
            "select count(*) from answer.saved_answer where account_id = viewer.account_id()",
            config.perUser(),
            "A user keeps at most " + config.perUser() + " answers"));
  }

  @Override
  public Stream<SavedAnswerEntry> entries(StatelessSession session) {
    return Groups.of(
        Sql.tuples(session, READ, Map.of()),
        "id",
        (answer, revisions) ->
            new SavedAnswerEntry(
                Reference.question(
                    answer.get("question_id", UUID.class), answer.get("slug", String.class)),
                answer.get("created_at", Instant.class),
                () -> revisions(revisions)));
  }

  private static Iterator<Revision> revisions(Iterator<Tuple> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Revision next() {
        return revision(rows.next());
      }
    };
  }

  private static Revision revision(Tuple row) {
    AnswerText text =
        AnswerText.of(
            row.get("body", String.class),
            row.get("situation", String.class),
            row.get("task", String.class),
            row.get("action", String.class),
            row.get("result", String.class));
    return new Revision(
        row.get("version", Integer.class),
        row.get("question_revision", Integer.class),
        SavedAnswerStatus.valueOf(row.get("status", String.class)),
        row.get("saved_at", Instant.class),
        text.body(),
        text.star());
  }

  @Override
  public void restore(StatelessSession session, Batch<SavedAnswerEntry> batch) {
    Map<Reference, References.Target> questions =
        References.questions(session, batch.entries().map(SavedAnswerEntry::question));
    Set<UUID> answered = answered(session, questions.values());
    List<AnswerRow> answers = new ArrayList<>();
    List<RevisionRow> revisions = new ArrayList<>();
    for (var item : batch) {
      SavedAnswerEntry entry = item.entry();
      int newest = check(item);
      References.Target question = questions.get(entry.question());
      if (question == null) {
        item.skip(SkipReason.UNKNOWN);
      } else if (!answered.add(question.key())) {
        item.skip(SkipReason.EXISTS);
      } else {
        answers.add(new AnswerRow(question.key(), newest, entry.createdAt()));
        entry.revisions().forEach(revision -> revisions.add(row(question, revision)));
      }
    }
    Sql.execute(session, WRITE_ANSWERS, Map.of("rows", TransferJson.print(answers)));
    for (int from = 0; from < revisions.size(); ) {
      int to = from;
      for (int length = 0; to < revisions.size() && length < CHUNK; to++) {
        length += revisions.get(to).length();
      }
      Sql.execute(
          session,
          WRITE_REVISIONS,
          Map.of("rows", TransferJson.print(revisions.subList(from, to))));
      from = to;
    }
  }

  private static Set<UUID> answered(
      StatelessSession session, Iterable<References.Target> questions) {
    List<UUID> keys = new ArrayList<>();
    questions.forEach(question -> keys.add(question.key()));
    Set<UUID> answered = new HashSet<>();
    Sql.rows(
            session,
            "select question_id, version from answer.saved_answer where account_id = viewer.account_id() and question_id = any(:keys)",
            Map.of("keys", keys.toArray(UUID[]::new)))
        .forEach(row -> answered.add((UUID) row[0]));
    return answered;
  }

  /** Checks what the schema cannot say; returns the newest version. */
  private static int check(Batch<SavedAnswerEntry>.Item item) {
    int newest = 0;
    for (Revision revision : item.entry().revisions()) {
      item.require(revision.version() > newest, "the versions of an answer must grow");
      newest = revision.version();
      item.require(
          revision.status() != SavedAnswerStatus.READY
              || !new AnswerText(revision.body(), revision.star()).isBlank(),
          "a blank answer is not READY");
    }
    return newest;
  }

  private static RevisionRow row(References.Target question, Revision revision) {
    return new RevisionRow(
        question.key(),
        revision.version(),
        Math.min(revision.questionRevision(), question.revision()),
        revision.status(),
        revision.savedAt(),
        revision.body(),
        revision.star());
  }
}
