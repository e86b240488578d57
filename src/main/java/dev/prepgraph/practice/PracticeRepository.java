package dev.prepgraph.practice;

import dev.prepgraph.paging.Keyset;
import dev.prepgraph.paging.Keyset.Key;
import dev.prepgraph.paging.KeysetPages;
import dev.prepgraph.paging.KeysetQuery;
import dev.prepgraph.paging.Page;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.practice.fsrs.CardState;
import dev.prepgraph.practice.fsrs.Fsrs.Memory;
import dev.prepgraph.practice.fsrs.Practice;
import dev.prepgraph.practice.model.CardEntity;
import dev.prepgraph.practice.model.PracticeEntity;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The cards and practices of the account that the transaction acts for. */
@ApplicationScoped
class PracticeRepository implements PanacheRepositoryBase<CardEntity, UUID> {

  /**
   * What recording a practice of a question depends on.
   *
   * @param published whether the question is published
   * @param card null before the first practice
   * @param cards how many the user has
   * @param practices how many the user has, of all questions
   */
  @RegisterForReflection
  record Target(boolean published, CardEntity card, long cards, long practices) {}

  /** A recorded practice. */
  @RegisterForReflection
  record Recorded(UUID question, int number, Practice practice) {}

  /** A card, by its question. */
  @RegisterForReflection
  record Card(UUID question, CardState state) {}

  /**
   * A question that could be practised.
   *
   * @param card null before the first practice
   * @param interviewAt when the nearest interview takes place; now without one
   */
  record Candidate(UUID question, CardState card, Instant interviewAt) {}

  private static final String TARGET =
      """
      select q.id is not null, c, (select count(*) from CardEntity),
        (select coalesce(sum(k.state.reps), 0L) from CardEntity k)
      from AccountEntity account
      left join PublishedQuestionEntity q on q.id = :question
      left join CardEntity c on c.questionId = :question
      """;

  private static final String HISTORY =
      """
      select p.practice from PracticeEntity p where p.key.questionId = :question
      order by p.practice.practisedAt, p.key.number
      """;

  private static final Keyset<Recorded> NEWEST_FIRST =
      new Keyset<>(
          List.of(
              Key.time("p.practice.practisedAt"),
              Key.id("p.key.questionId"),
              Key.number("p.key.number")),
          p -> List.of(p.practice().practisedAt(), p.question(), p.number()));

  /** The columns that {@link #card} reads. */
  static final String CARD = "c.stability, c.difficulty, c.practised_at, c.reps, c.lapses";

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

  private final Interviews interviews;
  private final KeysetPages pages;

  PracticeRepository(Interviews interviews, KeysetPages pages) {
    this.interviews = interviews;
    this.pages = pages;
  }

  Target target(UUID question) {
    return find(TARGET, Map.of("question", question)).project(Target.class).singleResult();
  }

  /** All practices of a question, the earliest first. */
  List<Practice> history(UUID question) {
    return find(HISTORY, Map.of("question", question)).project(Practice.class).list();
  }

  /** A page of practices, the newest first: those of one question, or of all where it is null. */
  Page<Recorded> page(String scope, UUID question, PageRequest request) {
    return pages.read(
        scope,
        new KeysetQuery<>(
                Recorded.class,
                "p.key.questionId, p.key.number, p.practice",
                "from PracticeEntity p where true",
                NEWEST_FIRST)
            .where("p.key.questionId = :question", "question", question),
        request);
  }

  List<Card> cards() {
    return find("select c.questionId, c.state from CardEntity c").project(Card.class).list();
  }

  /**
   * Adds a practice.
   *
   * @param card null before the first practice
   * @param after the state of the card with it
   */
  void record(UUID question, CardEntity card, Practice practice, CardState after) {
    if (card == null) {
      persist(new CardEntity(question, after));
    } else {
      card.update(after);
    }
    var key = new PracticeEntity.Key(question, after.reps());
    getSession().persist(new PracticeEntity(key, practice));
  }

  /**
   * The published questions that the user could practise, in the order to learn them in: those of a
   * guide or, where it is null, those with a card or an answer and those of the guides of coming
   * interviews.
   */
  List<Candidate> candidates(UUID guide) {
    var query =
        getSession()
            .createNativeQuery(
                "with " + interviews.sql() + (guide == null ? OF_USER : OF_GUIDE) + CANDIDATES,
                Tuple.class);
    if (guide != null) {
      query.setParameter("guide", guide);
    }
    return query.getResultList().stream()
        .map(
            row ->
                new Candidate(
                    row.get("question_id", UUID.class),
                    card(row),
                    row.get("interview_at", Instant.class)))
        .toList();
  }

  /** Reads the columns of {@link #CARD}; null where there is no card. */
  static CardState card(Tuple row) {
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
