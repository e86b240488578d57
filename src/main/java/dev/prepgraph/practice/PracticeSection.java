package dev.prepgraph.practice;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.common.Sql;
import dev.prepgraph.practice.Fsrs.Rating;
import dev.prepgraph.viewer.AccountSection;
import dev.prepgraph.viewer.ImportReport;
import dev.prepgraph.viewer.SkipReason;
import dev.prepgraph.viewer.SkippedEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** All practices, question by question, in the export of an account. */
@ApplicationScoped
class PracticeSection implements AccountSection {

  private static final String READ =
      "select p.question_id, "
          + Archive.SLUG
          + """
          , p.rating, p.practised_at, p.recorded_at
          from practice.practice p left join catalogue.question q on q.id = p.question_id
          where p.account_id = viewer.account_id()
          order by p.question_id, p.practised_at, p.number
          """;

  private static final String PLACES =
      """
      select w.at, f.id, c.question_id is not null, catalogue.now()
      from json_to_recordset(cast(:wanted as json)) as w (at int, id uuid, slug text)
      """
          + Archive.FIND
          + """
           left join practice.card c on c.question_id = f.id and c.account_id = viewer.account_id()
          order by w.at
          """;

  private static final String WRITE =
      """
      with given as (
        select * from json_to_recordset(cast(:given as json)) as g
          (question uuid, stability float8, difficulty float8, practised timestamptz, reps int, lapses int, practices json)),
      cards as (
        insert into practice.card (question_id, stability, difficulty, practised_at, reps, lapses)
        select question, stability, difficulty, practised, reps, lapses from given)
      insert into practice.practice (question_id, number, rating, practised_at, recorded_at)
      select g.question, p.number, p.rating, p."practisedAt", p."recordedAt" from given g
      cross join lateral json_to_recordset(g.practices)
        as p (number int, rating text, "practisedAt" timestamptz, "recordedAt" timestamptz)
      """;

  private final PracticeConfig config;
  private final Fsrs fsrs = new Fsrs();

  PracticeSection(PracticeConfig config) {
    this.config = config;
  }

  @Override
  public String name() {
    return "practices";
  }

  @Override
  public void write(StatelessSession session, JsonGenerator out) throws IOException {
    UUID open = null;
    try (var practices = Sql.stream(session, READ, Map.of())) {
      for (var rows = practices.iterator(); rows.hasNext(); ) {
        Object[] row = rows.next();
        if (!row[0].equals(open)) {
          if (open != null) {
            close(out);
          }
          open = (UUID) row[0];
          out.writeStartObject();
          Archive.writeQuestion(out, open, (String) row[1]);
          out.writeArrayFieldStart("practices");
        }
        out.writeStartObject();
        out.writeStringField("rating", (String) row[2]);
        out.writeStringField("practisedAt", row[3].toString());
        out.writeStringField("recordedAt", row[4].toString());
        out.writeEndObject();
      }
    }
    if (open != null) {
      close(out);
    }
  }

  private static void close(JsonGenerator out) throws IOException {
    out.writeEndArray();
    out.writeEndObject();
  }

  @Override
  public ImportReport read(StatelessSession session, JsonNode entries) {
    int imported = 0;
    List<SkippedEntry> skipped = new ArrayList<>();
    Set<UUID> taken = new HashSet<>();
    for (int from = 0; from < entries.size(); from += Archive.BATCH) {
      ArrayNode wanted = JsonNodeFactory.instance.arrayNode();
      for (int i = from; i < Math.min(entries.size(), from + Archive.BATCH); i++) {
        Archive.putQuestion(wanted.addObject().put("at", i), entries.get(i).get("question"));
      }
      ArrayNode given = JsonNodeFactory.instance.arrayNode();
      for (Object[] row : Sql.rows(session, PLACES, Map.of("wanted", wanted.toString()))) {
        int at = (int) row[0];
        UUID question = (UUID) row[1];
        if (question != null && !(boolean) row[2] && taken.add(question)) {
          JsonNode practices = entries.get(at).get("practices");
          put(given.addObject(), question, practices, (Instant) row[3], path(at));
        } else {
          skipped.add(
              new SkippedEntry(
                  path(at), question == null ? SkipReason.UNKNOWN : SkipReason.EXISTS));
        }
      }
      Sql.execute(session, WRITE, Map.of("given", given.toString()));
      imported += given.size();
    }
    if (imported > 0) {
      checkLimits(session);
    }
    return new ImportReport(imported, skipped);
  }

  private void put(ObjectNode card, UUID question, JsonNode practices, Instant now, String path) {
    record Entry(Practice practice, Instant recordedAt) {}
    List<Entry> history = new ArrayList<>();
    for (JsonNode practice : practices) {
      history.add(
          new Entry(
              new Practice(
                  Rating.valueOf(practice.get("rating").asText()),
                  past(practice.get("practisedAt"), now, path)),
              past(practice.get("recordedAt"), now, path)));
    }
    history.sort(Comparator.comparing(entry -> entry.practice().practisedAt()));
    CardState state = CardState.after(fsrs, history.stream().map(Entry::practice).toList());
    card.put("question", question.toString());
    card.put("stability", state.memory().stability());
    card.put("difficulty", state.memory().difficulty());
    card.put("practised", state.practisedAt().toString());
    card.put("reps", state.reps()).put("lapses", state.lapses());
    ArrayNode kept = card.putArray("practices");
    for (Entry entry : history) {
      ObjectNode row = kept.addObject().put("number", kept.size());
      row.put("rating", entry.practice().rating().name());
      row.put("practisedAt", entry.practice().practisedAt().toString());
      row.put("recordedAt", entry.recordedAt().toString());
    }
  }

  private static Instant past(JsonNode time, Instant now, String path) {
    Instant at = Archive.time(time, path);
    return at.isAfter(now) ? now : at;
  }

  private void checkLimits(StatelessSession session) {
    Object[] row =
        Sql.row(
            session,
            "select count(*), sum(reps) from practice.card where account_id = viewer.account_id()",
            Map.of());
    if (((Number) row[0]).intValue() > config.questionsPerUser()) {
      throw Archive.tooMany("A user practises at most %d questions", config.questionsPerUser());
    }
    if (((Number) row[1]).longValue() > config.practicesPerUser()) {
      throw Archive.tooMany("At most %d practices of a user are kept", config.practicesPerUser());
    }
  }

  private String path(int at) {
    return "/" + name() + "/" + at;
  }
}
