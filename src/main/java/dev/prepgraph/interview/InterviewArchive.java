package dev.prepgraph.interview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.prepgraph.common.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** Reads all of a user's interviews, and writes many at a time, one statement a call. */
@ApplicationScoped
class InterviewArchive {

  /**
   * An interview with all that belongs to it.
   *
   * @param guideSlug null where there is no guide
   * @param planCreatedAt null where there is no plan
   * @param history every move, as it was told
   * @param debrief null where there is none
   */
  record Row(
      StoredInterview interview,
      String guideSlug,
      Instant planCreatedAt,
      List<Change> history,
      DebriefRepository.Saved debrief) {}

  /** A move into the stage with a name. */
  record Change(String stage, Instant enteredAt) {}

  /**
   * Where an entry belongs.
   *
   * @param at the number that it was asked for by
   * @param id the key that it gets
   * @param guide null where there is none such
   * @param plan null where there is none such
   * @param exists whether the user has it already
   */
  record Place(int at, UUID id, UUID guide, UUID plan, boolean exists) {}

  private static final String WRITE =
      """
      with given as (
        select * from json_to_recordset(cast(:given as json))
          as g (id uuid, company text, position text, guide uuid, plan uuid, "scheduledAt" timestamptz, "scheduledOn" date,
            "timeZone" text, location text, notes text, version int, "createdAt" timestamptz,
            "updatedAt" timestamptz, history json, debrief json)),
      debriefed as (select * from given where debrief is not null),
      stage as (
        select id, lower(name) as name from interview.stage where account_id = viewer.account_id()),
      interviews as (
        insert into interview.interview (id, company, position, guide_id, plan_id, stage_id, scheduled_at, scheduled_on,
          time_zone, location, notes, version, created_at, changed_at)
        select g.id, g.company, g.position, g.guide, g.plan, s.id, g."scheduledAt", g."scheduledOn", g."timeZone",
          g.location, g.notes, g.version, least(g."createdAt", catalogue.now()), least(g."updatedAt", catalogue.now())
        from given g join stage s on s.name = lower(g.history->-1->>'stage')),
      changes as (
        insert into interview.stage_change (interview_id, number, stage_id, entered_at)
        select g.id, h.number, s.id, least(cast(h.entry->>'enteredAt' as timestamptz), catalogue.now())
        from given g cross join lateral json_array_elements(g.history) with ordinality h (entry, number)
        join stage s on s.name = lower(h.entry->>'stage')),
      debriefs as (
        insert into interview.debrief (interview_id, notes, saved_at)
        select id, debrief->>'notes', least(cast(debrief->>'savedAt' as timestamptz), catalogue.now()) from debriefed),
      asked as (
        insert into interview.asked_question (interview_id, number, question_id, text, rating, notes)
        select d.id, e.number, q.id,
          coalesce(e.entry->>'text', case when q.id is null then e.entry->'question'->>'slug' end),
          cast(e.entry->>'rating' as int), e.entry->>'notes'
        from debriefed d
        cross join lateral json_array_elements(d.debrief->'askedQuestions') with ordinality e (entry, number)
        cross join lateral (select %1$s as id) q)
      insert into interview.gap (interview_id, number, question_id, criterion, note)
      select d.id, e.number, q.id, e.entry->>'criterion', e.entry->>'note'
      from debriefed d
      cross join lateral json_array_elements(d.debrief->'gaps') with ordinality e (entry, number)
      cross join lateral (select %1$s as id) q
      where q.id is not null or e.entry->>'criterion' is not null
      """
          .formatted(
              """
              coalesce(
                (select question_id from catalogue.question_revision
                  where question_id = cast(e.entry->'question'->>'id' as uuid) limit 1),
                (select id from catalogue.question where slug = e.entry->'question'->>'slug'))""");

  private final DebriefRepository debriefs;
  private final ObjectMapper json;

  InterviewArchive(DebriefRepository debriefs, ObjectMapper json) {
    this.debriefs = debriefs;
    this.json = json;
  }

  /** All interviews, the oldest first. The stream is to be closed. */
  Stream<Row> read(StatelessSession session) {
    return Sql.stream(
            session,
            "select "
                + InterviewRepository.INTERVIEW
                + """
                , coalesce((select slug from catalogue.guide where id = i.guide_id),
                  (select r.document->>'slug' from catalogue.guide_revision r
                    where r.guide_id = i.guide_id order by r.revision desc limit 1)) as guide_slug,
                  (select created_at from plan.prep_plan p where p.id = i.plan_id) as plan_created_at,
                  cast((select json_agg(json_build_object('stage', n.name, 'enteredAt',
                      to_char(c.entered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) order by c.number)
                    from interview.stage_change c join interview.stage n on n.id = c.stage_id
                    where c.interview_id = i.id) as text) as history,
                """
                + DebriefRepository.DEBRIEF
                + InterviewRepository.FROM
                + """
                 left join interview.debrief d on d.interview_id = i.id
                where i.account_id = viewer.account_id()
                order by i.created_at, i.id
                """,
            Map.of())
        .map(
            row ->
                new Row(
                    InterviewRepository.interview(row),
                    (String) row[16],
                    (Instant) row[17],
                    history((String) row[18]),
                    row[19] == null ? null : debriefs.saved(row, 19)));
  }

  private List<Change> history(String text) {
    try {
      List<Change> history = new ArrayList<>();
      for (JsonNode change : json.readTree(text)) {
        history.add(
            new Change(
                change.get("stage").textValue(),
                Instant.parse(change.get("enteredAt").textValue())));
      }
      return history;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Makes places for entries, and finds guides, by their key or else by their slug.
   *
   * @param wanted objects with {@code at}, {@code company}, {@code position}, {@code createdAt} and
   *     perhaps {@code guideId}, {@code guideSlug} and {@code planCreatedAt}
   */
  List<Place> places(StatelessSession session, ArrayNode wanted) {
    return Sql.rows(
            session,
            """
            select w.at, catalogue.uuid_v7(), coalesce(k.id, g.id),
              (select p.id from plan.prep_plan p where p.account_id = viewer.account_id()
                and p.created_at = w."planCreatedAt" order by p.id limit 1),
              exists (select from interview.interview i
                where i.account_id = viewer.account_id() and i.company = w.company and i.position = w.position
                  and i.created_at = w."createdAt")
            from json_to_recordset(cast(:wanted as json)) as w
              (at int, company text, position text, "createdAt" timestamptz, "guideId" uuid, "guideSlug" text, "planCreatedAt" timestamptz)
            left join catalogue.guide k on k.id = w."guideId"
            left join catalogue.guide g on k.id is null and g.slug = w."guideSlug"
            order by w.at
            """,
            Map.of("wanted", wanted.toString()))
        .stream()
        .map(
            row ->
                new Place(
                    (int) row[0], (UUID) row[1], (UUID) row[2], (UUID) row[3], (boolean) row[4]))
        .toList();
  }

  /**
   * Writes interviews with all that belongs to them. Their stages must be there.
   *
   * @param given objects as they are exported, with {@code id}, {@code guide}, {@code plan} and
   *     {@code scheduledOn} beside it, and with keys for the ids of questions
   */
  void write(StatelessSession session, ArrayNode given) {
    Sql.execute(session, WRITE, Map.of("given", given.toString()));
  }
}
