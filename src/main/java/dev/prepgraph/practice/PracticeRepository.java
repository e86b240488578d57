package dev.prepgraph.practice;

import dev.prepgraph.answer.schema.SavedAnswerStatus;
import dev.prepgraph.common.limits.MemoryBudget;
import dev.prepgraph.practice.fsrs.CardState;
import dev.prepgraph.practice.fsrs.Fsrs.Memory;
import dev.prepgraph.practice.model.CardEntity;
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
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.jpa.HibernateHints;

/** Cards of the transaction's account, its progress, and what decides on the next practice. */
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

  /**
   * A question of a guide.
   *
   * @param status of the saved answer; null without one
   * @param card null before the first practice
   */
  @RegisterForReflection
  record Progress(UUID guide, SavedAnswerStatus status, CardEntity card) {}

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

  private static final String PROGRESS =
      """
      select g.key.guideId, r.content.status, c
      from GuideQuestionEntity g
      left join SavedAnswerEntity a on a.questionId = g.questionId
      left join AnswerRevisionEntity r on r.key.answerId = a.id and r.key.version = a.version
      left join CardEntity c on c.questionId = g.questionId
      where in_array(:guides, g.key.guideId)
      """;

  /** The upcoming interviews; the format argument is the contributed SQL. */
  private static final String INTERVIEWS =
      """
      with interview as (
        select at, guide_id from (
          select cast(null as timestamptz) as at, cast(null as uuid) as guide_id where false%s) i
        where at > catalogue.now())
      """;

  /** The columns that {@link #card} reads. */
  private static final String CARD = "c.stability, c.difficulty, c.practised_at, c.reps, c.lapses";

  /** With the guides of the nearest interviews only, which bounds the rows. */
  private static final String OF_USER =
      """
      , scope as (
        select question_id, min(at) as at, min(position) as position from (
          select question_id, cast(null as timestamptz) as at, cast(null as int) as position
          from practice.card where account_id = viewer.account_id()
          union all
          select question_id, null, null from answer.saved_answer where account_id = viewer.account_id()
          union all
          select g.question_id, i.at, g.position from (select at, guide_id from interview order by at limit 20) i
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

  PracticeRepository(@All List<UpcomingInterviews> features) {
    this.interviews =
        INTERVIEWS.formatted(
            features.stream()
                .map(feature -> " union all (" + feature.query() + ")")
                .collect(Collectors.joining()));
  }

  Target target(UUID question) {
    return find(TARGET, Map.of("question", question)).project(Target.class).singleResult();
  }

  List<CardEntity> cards(Collection<UUID> questions) {
    return find("questionId in ?1", questions).withHint(HibernateHints.HINT_READ_ONLY, true).list();
  }

  /** A row for each question of each guide. */
  List<Progress> progress(Collection<UUID> guides) {
    return find(PROGRESS, Map.of("guides", guides.toArray(UUID[]::new)))
        .withHint(HibernateHints.HINT_READ_ONLY, true)
        .project(Progress.class)
        .list();
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
