package dev.prepgraph.practice;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prepgraph.catalogue.GuideService;
import dev.prepgraph.common.Sql;
import dev.prepgraph.viewer.AccountSection;
import dev.prepgraph.viewer.ImportReport;
import dev.prepgraph.viewer.SkipReason;
import dev.prepgraph.viewer.SkippedEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Timed sessions with their answers, in the export of an account. */
@ApplicationScoped
class SessionSection implements AccountSection {

  private static final String READ =
      "select s.id, s.guide_id, coalesce(g.slug, (select k.document->>'slug' from catalogue.guide_revision k"
          + " where k.guide_id = s.guide_id order by k.revision desc limit 1)),"
          + " s.minutes_each, s.started_at, s.finished_at, p.question_id, "
          + Archive.SLUG
          + """
          , p.body, p.version, p.answered_at, p.late
          from practice.session s
          join practice.session_question p on p.session_id = s.id
          left join catalogue.guide g on g.id = s.guide_id
          left join catalogue.question q on q.id = p.question_id
          where s.account_id = viewer.account_id()
          order by s.started_at, s.id, p.position
          """;

  private static final String GUIDES =
      """
      select w.at, f.id, exists (select from practice.session s
        where s.account_id = viewer.account_id() and s.guide_id = f.id and s.started_at = w.started)
      from json_to_recordset(cast(:wanted as json)) as w (at int, id uuid, slug text, started timestamptz)
      left join lateral (
        select coalesce(
          (select guide_id from catalogue.guide_revision where guide_id = w.id limit 1),
          (select id from catalogue.guide where slug = w.slug)) as id) f on true
      order by w.at
      """;

  private static final String QUESTIONS =
      """
      select w.at, f.id from json_to_recordset(cast(:wanted as json)) as w (at int, place int, id uuid, slug text)
      """
          + Archive.FIND
          + " order by w.at, w.place";

  private static final String WRITE =
      """
      with given as (
        select catalogue.uuid_v7() as id, g.* from json_to_recordset(cast(:given as json)) as g
          (guide uuid, "minutesEach" int, started timestamptz, finished timestamptz, questions json)),
      started as (
        insert into practice.session (id, guide_id, minutes_each, started_at, finished_at)
        select id, guide, "minutesEach", least(started, catalogue.now()),
          case when finished is not null then greatest(least(started, catalogue.now()), least(finished, catalogue.now())) end from given)
      insert into practice.session_question (session_id, position, question_id, body, version, answered_at, late)
      select g.id, q.position, q.question, q.body, coalesce(q.version, 0),
        case when q.body is not null then least(q."answeredAt", catalogue.now()) end, coalesce(q.late, false)
      from given g cross join lateral json_to_recordset(g.questions)
        as q (position int, question uuid, body text, version int, "answeredAt" timestamptz, late boolean)
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
  public void write(StatelessSession session, JsonGenerator out) throws IOException {
    UUID open = null;
    try (var questions = Sql.stream(session, READ, Map.of())) {
      for (var rows = questions.iterator(); rows.hasNext(); ) {
        Object[] row = rows.next();
        if (!row[0].equals(open)) {
          if (open != null) {
            close(out);
          }
          open = (UUID) row[0];
          open(out, row);
        }
        writeQuestion(out, row);
      }
    }
    if (open != null) {
      close(out);
    }
  }

  private static void open(JsonGenerator out, Object[] row) throws IOException {
    out.writeStartObject();
    out.writeObjectFieldStart("guide");
    out.writeStringField("id", GuideService.id((UUID) row[1]));
    out.writeStringField("slug", (String) row[2]);
    out.writeEndObject();
    out.writeNumberField("minutesEach", (int) row[3]);
    out.writeStringField("startedAt", row[4].toString());
    if (row[5] != null) {
      out.writeStringField("finishedAt", row[5].toString());
    }
    out.writeArrayFieldStart("questions");
  }

  private static void writeQuestion(JsonGenerator out, Object[] row) throws IOException {
    out.writeStartObject();
    Archive.writeQuestion(out, (UUID) row[6], (String) row[7]);
    if (row[8] != null) {
      out.writeObjectFieldStart("answer");
      out.writeStringField("body", (String) row[8]);
      out.writeNumberField("version", (int) row[9]);
      out.writeStringField("answeredAt", row[10].toString());
      out.writeBooleanField("late", (boolean) row[11]);
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private static void close(JsonGenerator out) throws IOException {
    out.writeEndArray();
    out.writeEndObject();
  }

  @Override
  public ImportReport read(StatelessSession session, JsonNode entries) {
    int imported = 0;
    List<SkippedEntry> skipped = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int from = 0; from < entries.size(); from += Archive.BATCH) {
      int to = Math.min(entries.size(), from + Archive.BATCH);
      Map<Integer, List<UUID>> questions = questions(session, entries, from, to);
      ArrayNode given = JsonNodeFactory.instance.arrayNode();
      for (Object[] row : guides(session, entries, from, to)) {
        int at = (int) row[0];
        boolean known = row[1] != null && !questions.get(at).contains(null);
        Instant started = Archive.time(entries.get(at).get("startedAt"), path(at));
        if (known && !(boolean) row[2] && taken.add(row[1] + " " + started)) {
          put(given.addObject(), (UUID) row[1], entries.get(at), questions.get(at), path(at));
        } else {
          skipped.add(new SkippedEntry(path(at), known ? SkipReason.EXISTS : SkipReason.UNKNOWN));
        }
      }
      Sql.execute(session, WRITE, Map.of("given", given.toString()));
      imported += given.size();
    }
    if (imported > 0) {
      checkLimit(session);
    }
    return new ImportReport(imported, skipped);
  }

  private List<Object[]> guides(StatelessSession session, JsonNode entries, int from, int to) {
    ArrayNode wanted = JsonNodeFactory.instance.arrayNode();
    for (int i = from; i < to; i++) {
      JsonNode guide = entries.get(i).get("guide");
      ObjectNode key = wanted.addObject().put("at", i).put("slug", guide.get("slug").asText());
      key.put("started", Archive.time(entries.get(i).get("startedAt"), path(i)).toString());
      GuideService.key(guide.path("id").asText("")).ifPresent(id -> key.put("id", id.toString()));
    }
    return Sql.rows(session, GUIDES, Map.of("wanted", wanted.toString()));
  }

  /** The keys of the questions of each entry, in order; null for those that there never were. */
  private Map<Integer, List<UUID>> questions(
      StatelessSession session, JsonNode entries, int from, int to) {
    ArrayNode wanted = JsonNodeFactory.instance.arrayNode();
    Map<Integer, List<UUID>> found = new HashMap<>();
    for (int i = from; i < to; i++) {
      found.put(i, new ArrayList<>());
      JsonNode questions = entries.get(i).get("questions");
      for (int place = 0; place < questions.size(); place++) {
        Archive.putQuestion(
            wanted.addObject().put("at", i).put("place", place),
            questions.get(place).get("question"));
      }
    }
    Sql.rows(session, QUESTIONS, Map.of("wanted", wanted.toString()))
        .forEach(row -> found.get((int) row[0]).add((UUID) row[1]));
    return found;
  }

  private static void put(
      ObjectNode given, UUID guide, JsonNode entry, List<UUID> questions, String path) {
    if (new HashSet<>(questions).size() < questions.size()) {
      throw Archive.refused(path, "a question stands in a session twice");
    }
    given.put("guide", guide.toString());
    given.set("minutesEach", entry.get("minutesEach"));
    given.put("started", Archive.time(entry.get("startedAt"), path).toString());
    if (entry.has("finishedAt")) {
      given.put("finished", Archive.time(entry.get("finishedAt"), path).toString());
    }
    ArrayNode asked = given.putArray("questions");
    for (int i = 0; i < questions.size(); i++) {
      ObjectNode question = asked.addObject().put("position", i + 1);
      question.put("question", questions.get(i).toString());
      JsonNode answer = entry.get("questions").get(i).get("answer");
      if (answer != null) {
        question.setAll((ObjectNode) answer);
        question.put("answeredAt", Archive.time(answer.get("answeredAt"), path).toString());
      }
    }
  }

  private void checkLimit(StatelessSession session) {
    Object[] row =
        Sql.row(
            session,
            "select count(*) from practice.session where account_id = viewer.account_id()",
            Map.of());
    if (((Number) row[0]).intValue() > config.sessionsPerUser()) {
      throw Archive.tooMany("A user keeps at most %d sessions", config.sessionsPerUser());
    }
  }

  private String path(int at) {
    return "/" + name() + "/" + at;
  }
}
