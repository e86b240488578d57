package dev.prepgraph.practice.transfer;

import dev.prepgraph.account.schema.SkipReason;
import dev.prepgraph.account.transfer.Batch;
import dev.prepgraph.account.transfer.Reference;
import dev.prepgraph.account.transfer.References;
import dev.prepgraph.account.transfer.Section;
import dev.prepgraph.account.transfer.TransferJson;
import dev.prepgraph.common.Sql;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** How the user rated revisions of their answers. */
@ApplicationScoped
class AssessmentSection implements Section<AssessmentEntry> {

  @RegisterForReflection
  record Row(
      int at,
      UUID question,
      int version,
      Instant saved,
      String criterion,
      int score,
      Instant assessed) {}

  private static final String READ =
      "select p.question_id, "
          + References.questionSlug("p.question_id")
          + """
           as slug, r.version, r.saved_at, a.criterion, a.score, a.assessed_at
          from practice.assessment a
          join answer.answer_revision r on r.answer_id = a.answer_id and r.version = a.version
          join answer.saved_answer p on p.id = a.answer_id
          where a.account_id = viewer.account_id()
          order by p.created_at, a.answer_id, a.version, a.criterion
          """;

  /** Finds revisions, and which of them are rated already: here, or earlier in the same rows. */
  private static final String WRITE =
      """
      with wanted as (
        select w.*, case when exists (select from catalogue.question_revision k
            cross join lateral json_array_elements_text(k.document -> 'criteria') as c (slug)
            where k.question_id = w.question and c.slug = w.criterion) then r.answer_id end as answer_id
        from json_to_recordset(cast(:rows as json)) as w (at int, question uuid, version int,
          saved timestamptz, criterion text, score int, assessed timestamptz)
        left join answer.saved_answer a on a.question_id = w.question and a.account_id = viewer.account_id()
        left join answer.answer_revision r on r.answer_id = a.id and r.version = w.version and r.saved_at = w.saved),
      written as (
        insert into practice.assessment (answer_id, version, criterion, score, assessed_at)
        select distinct on (answer_id, version, criterion) answer_id, version, criterion, score, assessed
        from wanted where answer_id is not null order by answer_id, version, criterion, at
        on conflict do nothing returning answer_id, version, criterion)
      select w.at, w.answer_id is not null as known, x.answer_id is not null
        and w.at = (select min(f.at) from wanted f
          where f.answer_id = w.answer_id and f.version = w.version and f.criterion = w.criterion) as written
      from wanted w left join written x
        on x.answer_id = w.answer_id and x.version = w.version and x.criterion = w.criterion
      """;

  @Override
  public String name() {
    return "assessments";
  }

  @Override
  public Class<AssessmentEntry> type() {
    return AssessmentEntry.class;
  }

  /** There are as many as the answers and their criteria allow. */
  @Override
  public List<Limit> limits() {
    return List.of();
  }

  @Override
  public Stream<AssessmentEntry> entries(StatelessSession session) {
    return Sql.tuples(session, READ, Map.of())
        .map(
            row ->
                new AssessmentEntry(
                    Reference.question(
                        row.get("question_id", UUID.class), row.get("slug", String.class)),
                    row.get("version", Integer.class),
                    row.get("saved_at", Instant.class),
                    row.get("criterion", String.class),
                    row.get("score", Integer.class),
                    row.get("assessed_at", Instant.class)));
  }

  @Override
  public void restore(StatelessSession session, Batch<AssessmentEntry> batch) {
    Map<Reference, References.Target> questions =
        References.questions(session, batch.entries().map(AssessmentEntry::question));
    List<Row> rows = new ArrayList<>();
    batch.entries().forEach(entry -> rows.add(row(rows.size(), entry, questions)));
    Map<Integer, SkipReason> skipped = new HashMap<>();
    try (var results = Sql.tuples(session, WRITE, Map.of("rows", TransferJson.print(rows)))) {
      results
          .filter(row -> !row.get("written", Boolean.class))
          .forEach(
              row ->
                  skipped.put(
                      row.get("at", Integer.class),
                      row.get("known", Boolean.class) ? SkipReason.EXISTS : SkipReason.UNKNOWN));
    }
    int at = 0;
    for (var item : batch) {
      SkipReason reason = skipped.get(at++);
      if (reason != null) {
        item.skip(reason);
      }
    }
  }

  private static Row row(
      int at, AssessmentEntry entry, Map<Reference, References.Target> questions) {
    References.Target question = questions.get(entry.question());
    return new Row(
        at,
        question == null ? null : question.key(),
        entry.version(),
        entry.savedAt(),
        entry.criterion(),
        entry.score(),
        entry.assessedAt());
  }
}
