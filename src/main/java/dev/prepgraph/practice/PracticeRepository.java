package dev.prepgraph.practice;

import dev.prepgraph.common.limits.MemoryBudget;
import dev.prepgraph.paging.Keyset;
import dev.prepgraph.paging.Keyset.Key;
import dev.prepgraph.paging.KeysetPages;
import dev.prepgraph.paging.KeysetQuery;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.practice.fsrs.CardState;
import dev.prepgraph.practice.fsrs.Fsrs.Memory;
import dev.prepgraph.practice.fsrs.Fsrs.Rating;
import dev.prepgraph.practice.fsrs.Practice;
import dev.prepgraph.practice.model.CardEntity;
import dev.prepgraph.practice.model.PracticeEntity;
import io.quarkus.arc.All;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Cards and practices of the transaction's account. */
@ApplicationScoped
class PracticeRepository implements PanacheRepositoryBase<CardEntity, UUID> {

  /** Heap of a row of the native queries, which have no texts to be charged. */
  private static final int ROW_BYTES = 400;

  /**
   * The state that a record of a practice depends on.
   *
   * @param published whether the question is published
   * @param card null before the first practice
   * @param lastNumber the number of the question's last recorded practice, or 0
   * @param cards the number of the user's cards
   * @param practices the number of the user's practices
   */
  @RegisterForReflection
  record Target(boolean published, CardEntity card, int lastNumber, long cards, long practices) {}

  /** A practice with the card of its question. */
  @RegisterForReflection
  record Undoable(PracticeEntity practice, CardEntity card) {}

  @RegisterForReflection
  record Recorded(UUID id, UUID question, int number, Rating rating, Instant practisedAt) {}

  /**
   * A question to practise.
   *
   * @param card null before the first practice
   * @param interviewAt the nearest interview; now without one
   */
  record Candidate(UUID question, CardState card, Instant interviewAt) {}

  /**
   * A user's preparation of a question.
   *
   * @param answered whether there is a READY answer
   * @param card null before the first practice
   * @param ratings the newest scores by criterion slug
   * @param interviewAt the nearest interview for the guide; now without one
   */
  record Preparation(
      boolean answered, CardState card, Map<String, Integer> ratings, Instant interviewAt) {}

  private static final String TARGET =
      """
      select q.id is not null, c,
        (select coalesce(max(p.number), 0) from PracticeEntity p where p.questionId = :question),
        (select count(*) from CardEntity),
        (select coalesce(sum(k.reps), 0L) from CardEntity k)
      from AccountEntity account
      left join PublishedQuestionEntity q on q.id = :question
      left join CardEntity c on c.questionId = :question
      """;

  private static final String HISTORY =
      """
      select p from PracticeEntity p where p.questionId = :question
      order by p.practisedAt, p.number
      """;

  private static final String UNDOABLE =
      """
      select p, c from PracticeEntity p join CardEntity c on c.questionId = p.questionId
      where p.id = :id
      """;

  private static final String RECORDED = "p.id, p.questionId, p.number, p.rating, p.practisedAt";

  private static final Keyset<Recorded> NEWEST_FIRST =
      new Keyset<>(
          List.of(Key.time("p.practisedAt"), Key.id("p.questionId"), Key.number("p.number")),
          p -> List.of(p.practisedAt(), p.question(), p.number()));

  /** The nearest upcoming interviews; the format argument is the contributed SQL. */
  private static final String INTERVIEWS =
      """
      with interview as (
        select at, guide_id from (
          select cast(null as timestamptz) as at, cast(null as uuid) as guide_id where false%s) i
        where at > catalogue.now() order by at limit 20)
      """;

  /** The columns that {@link #card} reads. */
  private static final String CARD = "c.stability, c.difficulty, c.practised_at, c.reps, c.lapses";

  private static final String OF_USER =
      """
      , scope as (
        select question_id, min(at) as at, min(position) as position from (
          select question_id, cast(null as timestamptz) as at, cast(null as int) as position
          from practice.card where account_id = viewer.account_id()
          union all
          select question_id, null, null from answer.saved_answer where account_id = viewer.account_id()
          union all
          select g.question_id, i.at, g.position from interview i
          join catalogue.guide_question g on g.guide_id = i.guide_id) s
        group by question_id)
      """;

  private static final String OF_GUIDE =
      """
      , scope as (
        select question_id, cast(null as timestamptz) as at, position
        from catalogue.guide_question where guide_id = :guide)
      """;

  private static final String CANDIDATES =
      """
      select s.question_id, coalesce((select min(at) from interview), catalogue.now()) as interview_at, %s
      from scope s
      join catalogue.question q on q.id = s.question_id
      left join practice.card c on c.account_id = viewer.account_id() and c.question_id = s.question_id
      order by s.at nulls last, s.position nulls last, q.slug
      """
          .formatted(CARD);

  private static final String PREPARATIONS =
      """
      select wanted.id, coalesce((select min(at) from interview where guide_id = :guide), catalogue.now()) as interview_at,
        coalesce(r.status = 'READY', false) as answered, rated.criterion, rated.score, %s
      from unnest(cast(:questions as uuid[])) as wanted (id)
      left join answer.saved_answer a on a.account_id = viewer.account_id() and a.question_id = wanted.id
      left join answer.answer_revision r on r.account_id = a.account_id and r.answer_id = a.id and r.version = a.version
      left join lateral (
        select distinct on (criterion) criterion, score from practice.assessment
        where account_id = viewer.account_id() and answer_id = a.id order by criterion, version desc) rated on true
      left join practice.card c on c.account_id = viewer.account_id() and c.question_id = wanted.id
      """
          .formatted(CARD);

  private final String interviews;
  private final KeysetPages pages;

  PracticeRepository(@All List<UpcomingInterviews> features, KeysetPages pages) {
    this.interviews =
        INTERVIEWS.formatted(
            features.stream()
                .map(feature -> " union all (" + feature.query() + ")")
                .collect(Collectors.joining()));
    this.pages = pages;
  }

  Target target(UUID question) {
    return find(TARGET, Map.of("question", question)).project(Target.class).singleResult();
  }

  /** The earliest first. */
  List<PracticeEntity> history(UUID question) {
    return find(HISTORY, Map.of("question", question)).project(PracticeEntity.class).list();
  }

  /** Null for an unknown one. */
  PracticeEntity practice(UUID id) {
    return getSession().find(PracticeEntity.class, id);
  }

  Optional<Undoable> undoable(UUID practice) {
    return find(UNDOABLE, Map.of("id", practice)).project(Undoable.class).singleResultOptional();
  }

  List<Recorded> byIds(Collection<UUID> ids) {
    return find(
            "select " + RECORDED + " from PracticeEntity p where p.id in :ids", Map.of("ids", ids))
        .project(Recorded.class)
        .list();
  }

  /** A page of practices, the newest first; of all questions where the question is null. */
  Page<Recorded> page(String scope, UUID question, PageRequest request) {
    return pages.read(
        scope,
        new KeysetQuery<>(
                Recorded.class, RECORDED, "from PracticeEntity p where true", NEWEST_FIRST)
            .withTotal(
                "select coalesce(sum(c.reps), 0) from CardEntity c"
                    + (question == null ? "" : " where c.questionId = :question"))
            .where("p.questionId = :question", "question", question),
        request);
  }

  /**
   * Adds a practice; returns its key.
   *
   * @param after the state of the card after the practice
   */
  UUID record(UUID question, Target target, Practice practice, CardState after) {
    if (target.card() == null) {
      persist(new CardEntity(question, after));
    } else {
      target.card().update(after);
    }
    var added = new PracticeEntity(question, target.lastNumber() + 1, practice);
    getSession().persist(added);
    return added.id;
  }

  /**
   * Deletes a practice.
   *
   * @param after the state of the card without the practice; null without any practice
   */
  void undo(Undoable undone, CardState after) {
    if (after == null) {
      delete(undone.card()); // and the practice by the foreign key
    } else {
      undone.card().update(after);
      getSession().remove(undone.practice());
    }
  }

  /**
   * The published questions of a guide, in learning order; where it is null, questions with a card
   * or a saved answer, and of the guides of upcoming interviews.
   */
  List<Candidate> candidates(UUID guide) {
    var query =
        getSession()
            .createNativeQuery(
                interviews + (guide == null ? OF_USER : OF_GUIDE) + CANDIDATES, Tuple.class);
    if (guide != null) {
      query.setParameter("guide", guide);
    }
    return query.getResultList().stream()
        .peek(row -> MemoryBudget.charge(ROW_BYTES))
        .map(
            row ->
                new Candidate(
                    row.get("question_id", UUID.class),
                    card(row),
                    row.get("interview_at", Instant.class)))
        .toList();
  }

  /** The preparation of questions of a guide, by question. */
  Map<UUID, Preparation> preparations(UUID guide, Collection<UUID> questions) {
    Map<UUID, Preparation> found = new HashMap<>();
    getSession()
        .createNativeQuery(interviews + PREPARATIONS, Tuple.class)
        .setParameter("guide", guide)
        .setParameter("questions", questions.toArray(UUID[]::new))
        .getResultList()
        .forEach(
            row -> {
              MemoryBudget.charge(ROW_BYTES);
              Preparation preparation =
                  found.computeIfAbsent(row.get("id", UUID.class), id -> preparation(row));
              if (row.get("criterion") != null) {
                preparation
                    .ratings()
                    .put(row.get("criterion", String.class), row.get("score", Integer.class));
              }
            });
    return found;
  }

  private static Preparation preparation(Tuple row) {
    return new Preparation(
        row.get("answered", Boolean.class),
        card(row),
        new HashMap<>(),
        row.get("interview_at", Instant.class));
  }

  /** Reads the columns of {@link #CARD}; null without a card. */
  private static CardState card(Tuple row) {
    Double stability = row.get("stability", Double.class);
    return stability == null
        ? null
        : new CardState(
            new Memory(stability, row.get("difficulty", Double.class)),
            row.get("practised_at", Instant.class),
            row.get("reps", Integer.class),
            row.get("lapses", Integer.class));
  }
}
