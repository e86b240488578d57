package dev.prepgraph.interview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.prepgraph.account.Account;
import dev.prepgraph.common.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** Reads and writes debriefs, in the transaction of the user whose they are. */
@ApplicationScoped
class DebriefRepository {

  /** A debrief, and when it was saved. */
  record Saved(StoredDebrief debrief, Instant savedAt) {}

  /** The best rating of an answer that went poorly. */
  private static final int POOR = 2;

  private static final String QUESTION =
      """
      'question', question_id, 'slug', coalesce(
        (select slug from catalogue.question where id = question_id),
        (select k.document->>'slug' from catalogue.question_revision k
          where k.question_id = e.question_id order by k.revision desc limit 1))
      """;

  /** The columns of {@code interview.debrief d} that {@link #saved} reads. */
  static final String DEBRIEF =
      "d.saved_at, d.notes as debrief_notes, cast((select json_agg(json_build_object("
          + QUESTION
          + ", 'text', text, 'rating', rating, 'notes', notes) order by number)"
          + " from interview.asked_question e where e.interview_id = d.interview_id) as text) as asked,"
          + " cast((select json_agg(json_build_object("
          + QUESTION
          + ", 'criterion', criterion, 'note', note) order by number)"
          + " from interview.gap e where e.interview_id = d.interview_id) as text) as gaps";

  private final ObjectMapper json;

  DebriefRepository(ObjectMapper json) {
    this.json = json;
  }

  /** Which of these questions there are or were. */
  Set<UUID> everPublished(StatelessSession session, Collection<UUID> questions) {
    Set<UUID> found = new HashSet<>();
    Sql.rows(
            session,
            "select distinct question_id from catalogue.question_revision where question_id = any(:questions)",
            Map.of("questions", questions.toArray(UUID[]::new)))
        .forEach(row -> found.add((UUID) row[0]));
    return found;
  }

  /** Puts a debrief in the place of the one that there may be; two statements. */
  void save(StatelessSession session, Account account, UUID interview, StoredDebrief debrief) {
    Sql.execute(
        session,
        "delete from interview.debrief where account_id = :account and interview_id = :interview",
        Map.of("account", account.id(), "interview", interview));
    ArrayNode asked = JsonNodeFactory.instance.arrayNode();
    for (StoredDebrief.Asked question : debrief.asked()) {
      asked
          .addObject()
          .put("question", question.question() == null ? null : question.question().toString())
          .put("text", question.text())
          .put("rating", question.rating())
          .put("notes", question.notes());
    }
    ArrayNode gaps = JsonNodeFactory.instance.arrayNode();
    for (StoredDebrief.Gap gap : debrief.gaps()) {
      gaps.addObject()
          .put("question", gap.question() == null ? null : gap.question().toString())
          .put("criterion", gap.criterion())
          .put("note", gap.note());
    }
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("interview", interview);
    parameters.put("notes", debrief.notes());
    parameters.put("asked", asked.toString());
    parameters.put("gaps", gaps.toString());
    Sql.execute(
        session,
        """
        with debrief as (
          insert into interview.debrief (interview_id, notes) values (:interview, :notes)),
        asked as (
          insert into interview.asked_question (interview_id, number, question_id, text, rating, notes)
          select :interview, g.number, cast(g.entry->>'question' as uuid), g.entry->>'text',
            cast(g.entry->>'rating' as int), g.entry->>'notes'
          from json_array_elements(cast(:asked as json)) with ordinality g (entry, number))
        insert into interview.gap (interview_id, number, question_id, criterion, note)
        select :interview, g.number, cast(g.entry->>'question' as uuid), g.entry->>'criterion', g.entry->>'note'
        from json_array_elements(cast(:gaps as json)) with ordinality g (entry, number)
        """,
        parameters);
  }

  /** The debriefs of interviews; those that have none are left out. */
  Map<UUID, Saved> debriefs(
      StatelessSession session, Account account, Collection<UUID> interviews) {
    Map<UUID, Saved> found = new HashMap<>();
    Sql.rows(
            session,
            "select d.interview_id, "
                + DEBRIEF
                + " from interview.debrief d where d.account_id = :account and d.interview_id = any(:interviews)",
            Map.of("account", account.id(), "interviews", interviews.toArray(UUID[]::new)))
        .forEach(row -> found.put((UUID) row[0], saved(row, 1)));
    return found;
  }

  /** What the user lacks, by all debriefs: what they say so of, and questions that went poorly. */
  List<StoredDebrief.Gap> gaps(StatelessSession session, Account account) {
    return Sql.rows(
            session,
            """
            select question_id, criterion from interview.gap where account_id = :account
            union
            select question_id, null from interview.asked_question
            where account_id = :account and question_id is not null and rating <= :poor
            """,
            Map.of("account", account.id(), "poor", POOR))
        .stream()
        .map(row -> new StoredDebrief.Gap((UUID) row[0], null, (String) row[1], null))
        .toList();
  }

  /** Out of the columns of a debrief, which begin somewhere in the row. */
  Saved saved(Object[] row, int column) {
    List<StoredDebrief.Asked> asked =
        entries(row[column + 2])
            .map(
                e ->
                    new StoredDebrief.Asked(
                        key(e),
                        e.get("slug").textValue(),
                        e.get("text").textValue(),
                        e.get("rating").intValue(),
                        e.get("notes").textValue()))
            .toList();
    List<StoredDebrief.Gap> gaps =
        entries(row[column + 3])
            .map(
                e ->
                    new StoredDebrief.Gap(
                        key(e),
                        e.get("slug").textValue(),
                        e.get("criterion").textValue(),
                        e.get("note").textValue()))
            .toList();
    return new Saved(
        new StoredDebrief((String) row[column + 1], asked, gaps), (Instant) row[column]);
  }

  private static UUID key(JsonNode entry) {
    String key = entry.get("question").textValue();
    return key == null ? null : UUID.fromString(key);
  }

  private Stream<JsonNode> entries(Object column) {
    if (column == null) {
      return Stream.empty();
    }
    try {
      List<JsonNode> entries = new ArrayList<>();
      json.readTree((String) column).forEach(entries::add);
      return entries.stream();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
