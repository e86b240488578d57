package dev.prepgraph.interview;

import dev.prepgraph.interview.model.StageEntity;
import dev.prepgraph.interview.schema.stage.InterviewStage;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stages of the transaction's account. */
@ApplicationScoped
@RegisterForReflection(targets = InterviewStage.class)
public class StageRepository implements PanacheRepositoryBase<StageEntity, UUID> {

  public record New(String name, boolean closed) {}

  /** The HQL of all stages {@code s}, numbered by position. */
  static final String STAGES =
      """
      (select n.id as id, n.name as name, n.closed as closed,
        row_number() over (order by n.position, n.id) as place from StageEntity n) s
      """;

  private static final String COMPONENTS = "s.id, s.name, s.place, s.closed";

  /** The HQL expression of one of the {@link #STAGES}. */
  static final String STAGE =
      "new dev.prepgraph.interview.schema.stage.InterviewStage(" + COMPONENTS + ")";

  private static final String ALL =
      "select " + COMPONENTS + " from " + STAGES + " order by s.place";

  private static final String SOME =
      "select " + COMPONENTS + " from " + STAGES + " where in_array(:ids, s.id)";

  /** Ignores stages of a concurrent request, because reads add the default stages. */
  private static final String ADD =
      """
      insert into interview.stage (name, closed, position)
      select g.name, g.closed, g.place + coalesce(
        (select max(position) from interview.stage where account_id = viewer.account_id()), 0)
      from unnest(cast(:names as text[]), cast(:closed as boolean[])) with ordinality g (name, closed, place)
      on conflict (account_id, lower(name)) do nothing
      """;

  /** By position. */
  public List<InterviewStage> all() {
    return find(ALL).project(InterviewStage.class).list();
  }

  List<InterviewStage> byIds(Collection<UUID> ids) {
    return find(SOME, Map.of("ids", ids.toArray(UUID[]::new))).project(InterviewStage.class).list();
  }

  /** Adds stages after the others; returns how many. */
  int add(List<New> stages) {
    return getSession()
        .createNativeMutationQuery(ADD)
        .setParameter("names", stages.stream().map(New::name).toArray(String[]::new))
        .setParameter("closed", stages.stream().map(New::closed).toArray(Boolean[]::new))
        .executeUpdate();
  }

  void rename(UUID stage, String name) {
    update("name = ?1 where id = ?2", name, stage);
  }

  void setClosed(UUID stage, boolean closed) {
    update("closed = ?1 where id = ?2", closed, stage);
  }

  void reorder(List<UUID> order) {
    listAll().forEach(stage -> stage.position = order.indexOf(stage.id) + 1);
  }

  /** Returns false when the history of an interview contains the stage. */
  boolean deleteUnused(UUID stage) {
    return delete(
            "id = ?1 and not exists (select 1 from StageChangeEntity c where c.stageId = ?1)",
            stage)
        > 0;
  }
}
