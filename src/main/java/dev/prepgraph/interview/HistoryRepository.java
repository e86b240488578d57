package dev.prepgraph.interview;

import static dev.prepgraph.interview.InterviewRepository.parameters;

import dev.prepgraph.account.Account;
import dev.prepgraph.common.Sql;
import dev.prepgraph.interview.schema.StageChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * Reads and writes the moves of interviews, in the transaction of the user whose they are; one
 * statement a call.
 */
@ApplicationScoped
class HistoryRepository {

  /** Moves an interview into a stage that it entered at some time. */
  void move(
      StatelessSession session, Account account, UUID interview, UUID stage, Instant enteredAt) {
    Sql.execute(
        session,
        """
        with moved as (
          update interview.interview set stage_id = :stage, version = version + 1, changed_at = catalogue.now()
          where account_id = :account and id = :interview
          returning id)
        insert into interview.stage_change (interview_id, number, stage_id, entered_at)
        select id, (select max(number) + 1 from interview.stage_change where interview_id = :interview),
          :stage, :enteredAt
        from moved
        """,
        parameters(
            "account",
            account.id(),
            "interview",
            interview,
            "stage",
            stage,
            "enteredAt",
            enteredAt));
  }

  /** Corrects when an interview entered the stage that it is in. */
  void correct(StatelessSession session, Account account, UUID interview, Instant enteredAt) {
    Sql.execute(
        session,
        """
        with corrected as (
          update interview.interview set version = version + 1, changed_at = catalogue.now()
          where account_id = :account and id = :interview)
        update interview.stage_change c set entered_at = :enteredAt
        where c.account_id = :account and c.interview_id = :interview
          and c.number = (select max(number) from interview.stage_change where interview_id = :interview)
        """,
        parameters("account", account.id(), "interview", interview, "enteredAt", enteredAt));
  }

  /** How often an interview was moved, beginning with its first stage. */
  int moves(StatelessSession session, Account account, UUID interview) {
    Object[] row =
        Sql.row(
            session,
            "select count(*) from interview.stage_change where account_id = :account and interview_id = :interview",
            parameters("account", account.id(), "interview", interview));
    return ((Number) row[0]).intValue();
  }

  /**
   * The stages that interviews were in, in the order of the moves and of time: an interview that
   * was moved as of last week was in no other stage since.
   */
  Map<UUID, List<StageChange>> histories(
      StatelessSession session, Account account, Collection<UUID> interviews) {
    Map<UUID, List<StageChange>> found = new HashMap<>();
    Sql.rows(
            session,
            "select c.interview_id, min(c.entered_at) over (partition by c.interview_id order by c.number"
                + " rows between current row and unbounded following) as entered_at, "
                + StageRepository.STAGE
                + " from interview.stage_change c join "
                + StageRepository.STAGES
                + """
                 on s.id = c.stage_id
                where c.account_id = :account and c.interview_id = any(:interviews)
                order by c.interview_id, c.number
                """,
            parameters("account", account.id(), "interviews", interviews.toArray(UUID[]::new)))
        .forEach(
            row ->
                found
                    .computeIfAbsent((UUID) row[0], id -> new ArrayList<>())
                    .add(new StageChange(StageRepository.stage(row, 2), (Instant) row[1])));
    return found;
  }
}
