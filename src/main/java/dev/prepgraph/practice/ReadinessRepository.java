package dev.prepgraph.practice;

import dev.prepgraph.account.Account;
import dev.prepgraph.common.Sql;
import dev.prepgraph.practice.fsrs.CardState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Reads what readiness is made of, in the transaction of the user whose it is, at once. */
@ApplicationScoped
class ReadinessRepository {

  /**
   * What readiness for a guide is made of.
   *
   * @param predictedFor when the nearest interview for it is; now, where there is none
   */
  record Parts(Instant predictedFor, Map<UUID, Part> byQuestion) {}

  /**
   * What a user has done for a question.
   *
   * @param card null where it was never practised
   * @param ratings the newest score by each criterion's slug
   */
  record Part(boolean answered, CardState card, Map<String, Integer> ratings) {}

  private static final String PARTS =
      """
      select wanted.id, coalesce((select min(at) from interview where guide_id = :guide), catalogue.now()),
        coalesce(r.status = 'READY', false),
        array(select distinct on (criterion) criterion || ' ' || score from practice.assessment
          where account_id = :account and answer_id = a.id order by criterion, version desc),
      """
          + PracticeRepository.CARD
          + """
           from unnest(cast(:questions as uuid[])) as wanted (id)
          left join answer.saved_answer a on a.account_id = :account and a.question_id = wanted.id
          left join answer.answer_revision r on r.answer_id = a.id and r.version = a.version
          left join practice.card c on c.account_id = :account and c.question_id = wanted.id
          """;

  private final Interviews interviews;

  ReadinessRepository(Interviews interviews) {
    this.interviews = interviews;
  }

  /** Reads the parts for the questions of a guide. */
  Parts parts(StatelessSession session, Account account, UUID guide, Collection<UUID> questions) {
    Instant predictedFor = account.now();
    Map<UUID, Part> found = new HashMap<>();
    for (Object[] row :
        Sql.rows(
            session,
            "with " + interviews.sql() + PARTS,
            Map.of(
                "account", account.id(),
                "guide", guide,
                "questions", questions.toArray(UUID[]::new)))) {
      predictedFor = (Instant) row[1];
      found.put(
          (UUID) row[0],
          new Part((boolean) row[2], PracticeRepository.card(row, 4), ratings((String[]) row[3])));
    }
    return new Parts(predictedFor, found);
  }

  private static Map<String, Integer> ratings(String[] ratings) {
    Map<String, Integer> scores = new HashMap<>();
    for (String rating : List.of(ratings)) {
      int space = rating.lastIndexOf(' ');
      scores.put(rating.substring(0, space), Integer.parseInt(rating.substring(space + 1)));
    }
    return scores;
  }
}
