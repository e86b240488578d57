package dev.prepgraph.practice;

import dev.prepgraph.account.Account;
import dev.prepgraph.common.Sql;
import dev.prepgraph.paging.NewestFirst;
import dev.prepgraph.paging.PageRequest;
import dev.prepgraph.practice.fsrs.CardState;
import dev.prepgraph.practice.fsrs.Fsrs.Memory;
import dev.prepgraph.practice.fsrs.Fsrs.Rating;
import dev.prepgraph.practice.fsrs.Practice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * Reads and writes practices, in the transaction of the user whose they are; one statement a call.
 */
@ApplicationScoped
class PracticeRepository {

  /**
   * What recording a practice of a question has to know.
   *
   * @param published whether the question is
   * @param card null where it was never practised
   * @param cards how many the user has
   * @param practices how many the user has, of all questions
   */
  record Target(boolean published, CardState card, int cards, long practices) {}

  /** A question that could be practised; the card is null where it never was. */
  record Candidate(UUID question, CardState card) {}

  /**
   * What could be practised, in the order to learn it in.
   *
   * @param day when the nearest interview is; now, where there is none
   */
  record Candidates(Instant now, Instant day, List<Candidate> questions) {}

  /** The columns that {@link #card} reads. */
  static final String CARD = "c.stability, c.difficulty, c.practised_at, c.reps, c.lapses";

  private static final List<String> HISTORY = List.of("practised_at", "question_id", "number");

  private static final String TARGET =
      "select "
          + CARD
          + """
          , q.id is not null,
            (select count(*) from practice.card where account_id = :account),
            (select coalesce(sum(reps), 0) from practice.card where account_id = :account)
          from (select cast(:question as uuid) as id) wanted
          left join catalogue.question q on q.id = wanted.id
          left join practice.card c on c.question_id = wanted.id and c.account_id = :account
          """;

  private static final String RECORD =
      """
      with card as (
        insert into practice.card as c (question_id, stability, difficulty, practised_at, reps, lapses)
        values (:question, :stability, :difficulty, :practisedAt, :reps, :lapses)
        on conflict (account_id, question_id) do update set stability = excluded.stability,
          difficulty = excluded.difficulty, practised_at = excluded.practised_at, reps = excluded.reps, lapses = excluded.lapses)
      insert into practice.practice (question_id, number, rating, practised_at)
      values (:question, :reps, :rating, :at)
      """;

  private static final String CANDIDATES =
      """
      select s.question_id, (select min(at) from interview),
      """
          + CARD
          + """
           from scope s
          join catalogue.question q on q.id = s.question_id
          left join practice.card c on c.account_id = :account and c.question_id = s.question_id
          order by s.at nulls last, s.position nulls last, q.slug
          """;

  private static final String ALL =
      """
      , scope as (
        select question_id, min(at) as at, min(position) as position from (
          select question_id, cast(null as timestamptz) as at, cast(null as int) as position
          from practice.card where account_id = :account
          union all
          select question_id, null, null from answer.saved_answer where account_id = :account
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

  private final Interviews interviews;

  PracticeRepository(Interviews interviews) {
    this.interviews = interviews;
  }

  Target target(StatelessSession session, Account account, UUID question) {
    Object[] row = Sql.row(session, TARGET, Map.of("account", account.id(), "question", question));
    return new Target(
        (boolean) row[5],
        card(row, 0),
        ((Number) row[6]).intValue(),
        ((Number) row[7]).longValue());
  }

  /** All practices of a question, the earliest first. */
  List<Practice> history(StatelessSession session, Account account, UUID question) {
    return Sql.rows(
            session,
            """
            select rating, practised_at from practice.practice
            where account_id = :account and question_id = :question order by practised_at, number
            """,
            Map.of("account", account.id(), "question", question))
        .stream()
        .map(row -> new Practice(Rating.valueOf((String) row[0]), (Instant) row[1]))
        .toList();
  }

  /** A practice of a question. */
  record Recorded(UUID question, int number, Practice practice) {

    /** What {@link #page} sorts by. */
    String sortKey() {
      return NewestFirst.sortKey(practice.practisedAt(), question, number);
    }
  }

  /** A page of practices, and how many there are on all pages. */
  record History(List<Recorded> found, int total) {}

  /**
   * Reads a page of practices, the newest first, and one more where there are more.
   *
   * @param question whose practices; null for those of all
   */
  History page(StatelessSession session, Account account, UUID question, PageRequest page) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("account", account.id());
    parameters.put("limit", page.size() + 1);
    String ofOne = "";
    if (question != null) {
      parameters.put("question", question);
      ofOne = " and question_id = :question";
    }
    String order = page.backward() ? "asc" : "desc";
    List<Object[]> rows =
        Sql.rows(
            session,
            "select p.question_id, p.number, p.rating, p.practised_at, t.total"
                + " from (select coalesce(sum(reps), 0) as total from practice.card where account_id = :account"
                + ofOne
                + ") t left join (select * from practice.practice where account_id = :account"
                + ofOne
                + NewestFirst.within(
                    HISTORY, List.of("timestamptz", "uuid", "int"), page, parameters)
                + " order by practised_at %1$s, question_id %1$s, number %1$s limit :limit) p on true"
                    .formatted(order)
                + " order by p.practised_at %1$s, p.question_id %1$s, p.number %1$s"
                    .formatted(order),
            parameters);
    List<Recorded> found = new ArrayList<>();
    for (Object[] row : rows) {
      if (row[0] != null) {
        found.add(
            new Recorded(
                (UUID) row[0],
                (int) row[1],
                new Practice(Rating.valueOf((String) row[2]), (Instant) row[3])));
      }
    }
    return new History(found, ((Number) rows.get(0)[4]).intValue());
  }

  /** Records a practice, and what the user remembers now. */
  void record(StatelessSession session, UUID question, Practice practice, CardState card) {
    Sql.execute(
        session,
        RECORD,
        Map.of(
            "question", question,
            "rating", practice.rating().name(),
            "at", practice.practisedAt(),
            "stability", card.memory().stability(),
            "difficulty", card.memory().difficulty(),
            "practisedAt", card.practisedAt(),
            "reps", card.reps(),
            "lapses", card.lapses()));
  }

  /**
   * What the user could practise of all questions that are published: what they practised before or
   * have an answer to, and what is asked in the interviews that they prepare for.
   */
  Candidates candidates(StatelessSession session, Account account) {
    return candidates(
        account,
        Sql.rows(
            session,
            "with " + interviews.sql() + ALL + CANDIDATES,
            Map.of("account", account.id())));
  }

  /** What the user could practise of the questions of a guide. */
  Candidates candidates(StatelessSession session, Account account, UUID guide) {
    return candidates(
        account,
        Sql.rows(
            session,
            "with " + interviews.sql() + OF_GUIDE + CANDIDATES,
            Map.of("account", account.id(), "guide", guide)));
  }

  private static Candidates candidates(Account account, List<Object[]> rows) {
    Instant day = rows.isEmpty() ? null : (Instant) rows.get(0)[1];
    List<Candidate> found = new ArrayList<>(rows.size());
    rows.forEach(row -> found.add(new Candidate((UUID) row[0], card(row, 2))));
    return new Candidates(account.now(), day == null ? account.now() : day, found);
  }

  /** Out of the columns of a card, which begin somewhere in the row; null where there is none. */
  static CardState card(Object[] row, int column) {
    if (row[column] == null) {
      return null;
    }
    return new CardState(
        new Memory((double) row[column], (double) row[column + 1]),
        (Instant) row[column + 2],
        (int) row[column + 3],
        (int) row[column + 4]);
  }
}
