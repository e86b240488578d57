package dev.prepgraph.interview;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.prepgraph.account.Account;
import dev.prepgraph.common.Sql;
import dev.prepgraph.interview.schema.InterviewStage;
import dev.prepgraph.node.NodeId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Reads and writes stages, in the transaction of the user whose they are; one statement a call. */
@ApplicationScoped
public class StageRepository {

  /** A stage that is not there yet. */
  public record New(String name, boolean closed) {}

  /** The user's stages as {@code s}, numbered from 1. */
  static final String STAGES =
      """
      (select id, name, closed, cast(row_number() over (order by position, id) as int) as place
        from interview.stage where account_id = viewer.account_id()) s
      """;

  /** The columns of {@link #STAGES} that {@link #stage} reads. */
  static final String STAGE = "s.id as stage, s.name, s.place, s.closed";

  /** The user's stages, in order. */
  public List<InterviewStage> all(StatelessSession session) {
    return Sql.rows(session, "select " + STAGE + " from " + STAGES + " order by s.place", Map.of())
        .stream()
        .map(row -> stage(row, 0))
        .toList();
  }

  /** Out of the columns of a stage, which begin somewhere in the row. */
  static InterviewStage stage(Object[] row, int column) {
    UUID key = (UUID) row[column];
    return new InterviewStage(
        NodeId.of(StageService.KIND, key),
        (String) row[column + 1],
        (int) row[column + 2],
        (boolean) row[column + 3],
        key);
  }

  /** Adds stages behind the others, except those that another request of the user just added. */
  void add(StatelessSession session, List<New> stages) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    stages.forEach(
        stage -> json.addObject().put("name", stage.name()).put("closed", stage.closed()));
    Sql.execute(
        session,
        """
        insert into interview.stage (name, closed, position)
        select g.stage->>'name', cast(g.stage->>'closed' as boolean), g.place + coalesce(
          (select max(position) from interview.stage where account_id = viewer.account_id()), 0)
        from json_array_elements(cast(:stages as json)) with ordinality g (stage, place)
        order by g.place
        on conflict (account_id, lower(name)) do nothing
        """,
        Map.of("stages", json.toString()));
  }

  void rename(StatelessSession session, Account account, UUID stage, String name) {
    Sql.execute(
        session,
        "update interview.stage set name = :name where account_id = :account and id = :stage",
        Map.of("account", account.id(), "stage", stage, "name", name));
  }

  void setClosed(StatelessSession session, Account account, UUID stage, boolean closed) {
    Sql.execute(
        session,
        "update interview.stage set closed = :closed where account_id = :account and id = :stage",
        Map.of("account", account.id(), "stage", stage, "closed", closed));
  }

  /** Puts all stages in this order. */
  void reorder(StatelessSession session, Account account, Collection<UUID> stages) {
    Sql.execute(
        session,
        """
        update interview.stage s set position = o.place
        from unnest(cast(:stages as uuid[])) with ordinality o (id, place)
        where s.account_id = :account and s.id = o.id
        """,
        Map.of("account", account.id(), "stages", stages.toArray(UUID[]::new)));
  }

  /** Deletes a stage; false when an interview is or was in it. */
  boolean delete(StatelessSession session, Account account, UUID stage) {
    return Sql.execute(
            session,
            """
            delete from interview.stage s
            where s.account_id = :account and s.id = :stage and not exists (
              select from interview.stage_change c where c.account_id = :account and c.stage_id = s.id)
            """,
            Map.of("account", account.id(), "stage", stage))
        > 0;
  }
}
