package dev.prepgraph.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.prepgraph.answer.StoredAnswer.Content;
import dev.prepgraph.common.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** Reads all of a user's answers, and writes many at a time, one statement a call. */
@ApplicationScoped
class AnswerArchive {

  /** A revision, with the answer that it is of. */
  record Row(
      UUID answer,
      UUID question,
      String slug,
      Instant createdAt,
      int version,
      Content content,
      Instant savedAt) {}

  /**
   * Where an entry belongs.
   *
   * @param at the number that it was asked for by
   * @param question null where there never was one
   * @param revision the question's newest
   * @param answered whether the user has an answer to it
   */
  record Place(int at, UUID question, Integer revision, boolean answered) {}

  /** All revisions, answer by answer, the oldest first. The stream is to be closed. */
  Stream<Row> read(StatelessSession session) {
    return Sql.stream(
            session,
            """
            select a.id, a.question_id,
              coalesce(q.slug, (select k.document->>'slug' from catalogue.question_revision k
                where k.question_id = a.question_id order by k.revision desc limit 1)),
              a.created_at, r.version,
            """
                + AnswerRepository.REVISION
                + """
                 from answer.saved_answer a
                join answer.answer_revision r on r.answer_id = a.id
                left join catalogue.question q on q.id = a.question_id
                where a.account_id = viewer.account_id()
                order by a.created_at, a.id, r.version
                """,
            Map.of())
        .map(
            row ->
                new Row(
                    (UUID) row[0],
                    (UUID) row[1],
                    (String) row[2],
                    (Instant) row[3],
                    (int) row[4],
                    AnswerRepository.content(row, 5),
                    (Instant) row[12]));
  }

  /**
   * Finds questions, published or not, by their key or else by their slug.
   *
   * @param wanted objects with {@code at}, {@code slug} and perhaps {@code id}
   */
  List<Place> places(StatelessSession session, ArrayNode wanted) {
    return Sql.rows(
            session,
            """
            select w.at, coalesce(k.question_id, q.id), coalesce(k.revision, q.revision), a.id is not null
            from json_to_recordset(cast(:wanted as json)) as w (at int, id uuid, slug text)
            left join lateral (select question_id, revision from catalogue.question_revision
              where question_id = w.id order by revision desc limit 1) k on true
            left join catalogue.question q on k.question_id is null and q.slug = w.slug
            left join answer.saved_answer a
              on a.question_id = coalesce(k.question_id, q.id) and a.account_id = viewer.account_id()
            order by w.at
            """,
            Map.of("wanted", wanted.toString()))
        .stream()
        .map(row -> new Place((int) row[0], (UUID) row[1], (Integer) row[2], (boolean) row[3]))
        .toList();
  }

  /**
   * Writes answers with their revisions.
   *
   * @param given objects with {@code question}, its {@code newest} revision, {@code createdAt} and
   *     {@code revisions}
   */
  void write(StatelessSession session, ArrayNode given) {
    Sql.execute(
        session,
        """
        with given as (
          select * from json_to_recordset(cast(:given as json))
            as g (question uuid, newest int, "createdAt" timestamptz, revisions json)),
        saved as (
          insert into answer.saved_answer (question_id, version, created_at)
          select question, cast(revisions->-1->>'version' as int), least("createdAt", catalogue.now()) from given
          returning id, question_id)
        insert into answer.answer_revision
          (answer_id, version, question_revision, status, body, situation, task, action, result, saved_at)
        select s.id, r.version, least(r."questionRevision", g.newest), r.status, r.body,
          r.star->>'situation', r.star->>'task', r.star->>'action', r.star->>'result', least(r."savedAt", catalogue.now())
        from saved s join given g on g.question = s.question_id
        cross join lateral json_to_recordset(g.revisions)
          as r (version int, "questionRevision" int, status text, body text, star json, "savedAt" timestamptz)
        """,
        Map.of("given", given.toString()));
  }

  int count(StatelessSession session) {
    Object[] row =
        Sql.row(
            session,
            "select count(*) from answer.saved_answer where account_id = viewer.account_id()",
            Map.of());
    return ((Number) row[0]).intValue();
  }
}
