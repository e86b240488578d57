package dev.prepgraph.interview.transfer;

import dev.prepgraph.account.transfer.Reference;
import dev.prepgraph.account.transfer.References;
import dev.prepgraph.common.Text;
import dev.prepgraph.interview.transfer.InterviewEntry.Asked;
import dev.prepgraph.interview.transfer.InterviewEntry.Gap;
import dev.prepgraph.interview.transfer.InterviewEntry.Move;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An interview as the statements read and write it: with keys in the place of references. */
@RegisterForReflection
record InterviewRow(
    String company,
    String position,
    UUID guide,
    UUID plan,
    Instant scheduled,
    LocalDate day,
    String zone,
    String location,
    String notes,
    int version,
    Instant created,
    Instant changed,
    List<Move> history,
    DebriefRow debrief) {

  /**
   * The same with the names of stages as the user writes them.
   *
   * @param names by {@link Text#nameKey}
   */
  InterviewRow withStages(Map<String, String> names) {
    List<Move> named =
        history.stream()
            .map(move -> new Move(names.get(Text.nameKey(move.stage())), move.enteredAt()))
            .toList();
    return new InterviewRow(
        company, position, guide, plan, scheduled, day, zone, location, notes, version, created,
        changed, named, debrief);
  }

  @RegisterForReflection
  record DebriefRow(Instant saved, String notes, List<AskedRow> asked, List<GapRow> gaps) {}

  /**
   * A question that was asked.
   *
   * @param slug the question's, where it is read
   */
  @RegisterForReflection
  record AskedRow(UUID question, String slug, String text, int rating, String notes) {

    Asked entry() {
      return new Asked(Reference.question(question, slug), text, rating, notes);
    }
  }

  /**
   * Something to work on.
   *
   * @param slug the question's, where it is read
   */
  @RegisterForReflection
  record GapRow(UUID question, String slug, String criterion, String note) {

    Gap entry() {
      return new Gap(Reference.question(question, slug), criterion, note);
    }
  }

  static final String READ =
      "select i.company, i.position, i.guide_id, "
          + References.guideSlug("i.guide_id")
          + """
           as guide_slug, (select created_at from plan.prep_plan p where p.id = i.plan_id) as plan_created_at,
            i.scheduled_at, i.time_zone, i.location, i.notes, i.version, i.created_at, i.changed_at,
            cast((select json_agg(json_build_object('stage', s.name, 'enteredAt', c.entered_at) order by c.number)
              from interview.stage_change c join interview.stage s on s.id = c.stage_id
              where c.interview_id = i.id) as text) as history,
            d.saved_at, d.notes as debrief_notes,
            cast((select coalesce(json_agg(json_build_object('question', q.question_id, 'text', q.text, 'rating', q.rating,
                'notes', q.notes, 'slug',
          """
          + References.questionSlug("q.question_id")
          + """
              ) order by q.number), '[]') from interview.asked_question q where q.interview_id = i.id) as text) as asked,
            cast((select coalesce(json_agg(json_build_object('question', g.question_id, 'criterion', g.criterion, 'note', g.note, 'slug',
          """
          + References.questionSlug("g.question_id")
          + """
              ) order by g.number), '[]') from interview.gap g where g.interview_id = i.id) as text) as gaps
          from interview.interview i
          left join interview.debrief d on d.interview_id = i.id
          where i.account_id = viewer.account_id()
          order by i.created_at, i.id
          """;

  /** The stages of the histories must exist. */
  static final String WRITE =
      """
      with given as (
        select catalogue.uuid_v7() as id, g.* from json_to_recordset(cast(:rows as json)) as g
          (company text, position text, guide uuid, plan uuid, scheduled timestamptz, day date, zone text, location text,
            notes text, version int, created timestamptz, changed timestamptz, history json, debrief json)),
      stage as (
        select id, lower(name) as name from interview.stage where account_id = viewer.account_id()),
      interviews as (
        insert into interview.interview (id, company, position, guide_id, plan_id, stage_id, scheduled_at, scheduled_on,
          time_zone, location, notes, version, created_at, changed_at)
        select g.id, g.company, g.position, g.guide, g.plan, s.id, g.scheduled, g.day, g.zone, g.location, g.notes,
          g.version, g.created, g.changed
        from given g join stage s on s.name = lower(g.history->-1->>'stage')),
      changes as (
        insert into interview.stage_change (interview_id, number, stage_id, entered_at)
        select g.id, h.number, s.id, cast(h.entry->>'enteredAt' as timestamptz)
        from given g cross join lateral json_array_elements(g.history) with ordinality h (entry, number)
        join stage s on s.name = lower(h.entry->>'stage')),
      debriefed as (
        select g.id, d.* from given g cross join lateral json_to_record(g.debrief)
          as d (saved timestamptz, notes text, asked json, gaps json)
        where g.debrief is not null),
      debriefs as (
        insert into interview.debrief (interview_id, notes, saved_at) select id, notes, saved from debriefed),
      asked as (
        insert into interview.asked_question (interview_id, number, question_id, text, rating, notes)
        select d.id, e.number, cast(e.entry->>'question' as uuid), e.entry->>'text',
          cast(e.entry->>'rating' as int), e.entry->>'notes'
        from debriefed d cross join lateral json_array_elements(d.asked) with ordinality e (entry, number))
      insert into interview.gap (interview_id, number, question_id, criterion, note)
      select d.id, e.number, cast(e.entry->>'question' as uuid), e.entry->>'criterion', e.entry->>'note'
      from debriefed d cross join lateral json_array_elements(d.gaps) with ordinality e (entry, number)
      """;
}
