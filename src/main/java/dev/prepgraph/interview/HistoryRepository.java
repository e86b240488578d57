package dev.prepgraph.interview;

import dev.prepgraph.interview.model.StageChangeEntity;
import dev.prepgraph.interview.schema.InterviewStage;
import dev.prepgraph.interview.schema.StageChange;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The moves of interviews through the stages. */
@ApplicationScoped
class HistoryRepository implements PanacheRepositoryBase<StageChangeEntity, StageChangeEntity.Key> {

  @RegisterForReflection
  record Move(UUID interview, InterviewStage stage, Instant enteredAt) {

    StageChange change() {
      return new StageChange(stage, enteredAt);
    }
  }

  /** A move that entered its stage earlier than the moves before it overrules their times. */
  private static final String HISTORIES =
      "select c.key.interviewId, "
          + StageRepository.STAGE
          + """
          , min(c.enteredAt) over (partition by c.key.interviewId order by c.key.number
              rows between current row and unbounded following)
          from StageChangeEntity c join StageEntity s on s.id = c.stageId
          where c.key.interviewId in :interviews
          order by c.key.interviewId, c.key.number
          """;

  StageChangeEntity last(UUID interview) {
    return find("key.interviewId = ?1 order by key.number desc", interview).firstResult();
  }

  /** The histories of interviews in the order of their moves, by interview. */
  Map<UUID, List<StageChange>> histories(Collection<UUID> interviews) {
    return find(HISTORIES, Map.of("interviews", interviews)).project(Move.class).stream()
        .collect(
            Collectors.groupingBy(
                Move::interview, Collectors.mapping(Move::change, Collectors.toList())));
  }
}
