package dev.prepgraph.practice;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.common.Sql;
import dev.prepgraph.viewer.AccountSection;
import dev.prepgraph.viewer.ImportReport;
import dev.prepgraph.viewer.SkipReason;
import dev.prepgraph.viewer.SkippedEntry;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** How the user rated their answers, in the export of an account; comes after the answers. */
@ApplicationScoped
@Priority(-1)
class AssessmentSection implements AccountSection {

  private static final String READ =
      "select p.question_id, "
          + Archive.SLUG
          + """
          , r.version, r.saved_at, a.criterion, a.score, a.assessed_at
          from practice.assessment a
          join answer.answer_revision r on r.answer_id = a.answer_id and r.version = a.version
          join answer.saved_answer p on p.id = a.answer_id
          left join catalogue.question q on q.id = p.question_id
          where a.account_id = viewer.account_id()
          order by p.created_at, a.answer_id, a.version, a.criterion
          """;

  /**
   * An entry is not about a revision that only has the same number: it was saved at another time.
   */
  private static final String WRITE =
      """
      with wanted as (
        select w.*, case when exists (select from catalogue.question_revision k
            cross join lateral json_array_elements_text(k.document -> 'criteria') as c (slug)
            where k.question_id = f.id and c.slug = w.criterion) then r.answer_id end as answer_id
        from json_to_recordset(cast(:wanted as json)) as w (at int, id uuid, slug text,
          version int, saved timestamptz, criterion text, score int, assessed timestamptz)
      """
          + Archive.FIND
          + """
           left join answer.saved_answer a on a.question_id = f.id and a.account_id = viewer.account_id()
          left join answer.answer_revision r on r.answer_id = a.id and r.version = w.version and r.saved_at = w.saved),
          written as (
            insert into practice.assessment (answer_id, version, criterion, score, assessed_at)
            select distinct on (answer_id, version, criterion) answer_id, version, criterion, score, least(assessed, catalogue.now())
            from wanted where answer_id is not null order by answer_id, version, criterion, at
            on conflict do nothing returning answer_id, version, criterion)
          select w.at, w.answer_id is not null, x.answer_id is not null
            and w.at = (select min(f.at) from wanted f
              where f.answer_id = w.answer_id and f.version = w.version and f.criterion = w.criterion)
          from wanted w left join written x
            on x.answer_id = w.answer_id and x.version = w.version and x.criterion = w.criterion
          order by w.at
          """;

  @Override
  public String name() {
    return "assessments";
  }

  @Override
  public void write(StatelessSession session, JsonGenerator out) throws IOException {
    try (var ratings = Sql.stream(session, READ, Map.of())) {
      for (var rows = ratings.iterator(); rows.hasNext(); ) {
        Object[] row = rows.next();
        out.writeStartObject();
        Archive.writeQuestion(out, (UUID) row[0], (String) row[1]);
        out.writeNumberField("version", (int) row[2]);
        out.writeStringField("savedAt", row[3].toString());
        out.writeStringField("criterion", (String) row[4]);
        out.writeNumberField("score", (int) row[5]);
        out.writeStringField("assessedAt", row[6].toString());
        out.writeEndObject();
      }
    }
  }

  @Override
  public ImportReport read(StatelessSession session, JsonNode entries) {
    int imported = 0;
    List<SkippedEntry> skipped = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += Archive.BATCH) {
      ArrayNode wanted = JsonNodeFactory.instance.arrayNode();
      for (int i = from; i < Math.min(entries.size(), from + Archive.BATCH); i++) {
        put(wanted.addObject().put("at", i), entries.get(i), path(i));
      }
      for (Object[] row : Sql.rows(session, WRITE, Map.of("wanted", wanted.toString()))) {
        if ((boolean) row[2]) {
          imported++;
        } else {
          skipped.add(
              new SkippedEntry(
                  path((int) row[0]), (boolean) row[1] ? SkipReason.EXISTS : SkipReason.UNKNOWN));
        }
      }
    }
    return new ImportReport(imported, skipped);
  }

  private static void put(ObjectNode wanted, JsonNode entry, String path) {
    Archive.putQuestion(wanted, entry.get("question"));
    wanted.set("version", entry.get("version"));
    wanted.put("saved", Archive.time(entry.get("savedAt"), path).toString());
    wanted.set("criterion", entry.get("criterion"));
    wanted.set("score", entry.get("score"));
    wanted.put("assessed", Archive.time(entry.get("assessedAt"), path).toString());
  }

  private String path(int at) {
    return "/" + name() + "/" + at;
  }
}
