package dev.prepgraph.interview;

import dev.prepgraph.interview.model.Debrief;
import dev.prepgraph.interview.model.Debrief.Asked;
import dev.prepgraph.interview.model.Debrief.Gap;
import dev.prepgraph.interview.model.DebriefEntity;
import dev.prepgraph.plan.GapSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;

/** Debriefs of the transaction's account; contributes their gaps and poorly answered questions. */
@ApplicationScoped
class DebriefRepository implements PanacheRepositoryBase<DebriefEntity, UUID>, GapSource {

  record Saved(Debrief debrief, Instant savedAt) {}

  /**
   * A debrief, or one of its entries.
   *
   * @param savedAt null for an entry
   * @param rating null for a gap
   */
  @RegisterForReflection
  record Row(
      UUID interview,
      int number,
      Instant savedAt,
      UUID questionId,
      String text,
      Integer rating,
      String criterion,
      String notes) {}

  @RegisterForReflection
  record Weakness(UUID questionId, String criterion) {}

  /** The maximum rating of a poorly answered question. */
  private static final int POOR = 2;

  private static final String DEBRIEFS =
      """
      select d.interviewId as interview, -1 as number, d.savedAt as savedAt, cast(null as uuid) as questionId,
        cast(null as String) as text, cast(null as Integer) as rating, cast(null as String) as criterion, d.notes as notes
      from DebriefEntity d where in_array(:interviews, d.interviewId)
      union all
      select d.interviewId, index(a), cast(null as Instant), a.questionId, a.text, a.rating, cast(null as String), a.notes
      from DebriefEntity d join d.asked a where in_array(:interviews, d.interviewId)
      union all
      select d.interviewId, index(g), cast(null as Instant), g.questionId, cast(null as String), cast(null as Integer),
        g.criterion, g.note
      from DebriefEntity d join d.gaps g where in_array(:interviews, d.interviewId)
      order by interview, number
      """;

  private static final String WEAKNESSES =
      """
      select g.questionId, g.criterion from DebriefEntity d join d.gaps g
      union
      select a.questionId, cast(null as String) from DebriefEntity d join d.asked a
      where a.questionId is not null and a.rating <= :poor
      """;

  /** Replaces the debrief of an interview. */
  void save(UUID interview, Debrief debrief, Instant now) {
    delete("interviewId", interview);
    persist(new DebriefEntity(interview, debrief, now));
  }

  /** By interview. */
  Map<UUID, Saved> debriefs(Collection<UUID> interviews) {
    Map<UUID, Saved> found = new HashMap<>();
    for (Row row :
        find(DEBRIEFS, Map.of("interviews", interviews.toArray(UUID[]::new)))
            .project(Row.class)
            .list()) {
      if (row.savedAt() != null) {
        var debrief = new Debrief(row.notes(), new ArrayList<>(), new ArrayList<>());
        found.put(row.interview(), new Saved(debrief, row.savedAt()));
        continue;
      }
      Debrief debrief = found.get(row.interview()).debrief();
      if (row.rating() != null) {
        debrief.asked().add(new Asked(row.questionId(), row.text(), row.rating(), row.notes()));
      } else {
        debrief.gaps().add(new Gap(row.questionId(), row.criterion(), row.notes()));
      }
    }
    return found;
  }

  @Override
  public Gaps gaps() {
    Gaps gaps = new Gaps(new HashSet<>(), new HashSet<>());
    for (Weakness weakness :
        find(WEAKNESSES, Map.of("poor", POOR)).project(Weakness.class).list()) {
      if (weakness.criterion() == null) {
        gaps.questions().add(weakness.questionId());
      } else {
        gaps.criteria().add(weakness.criterion());
      }
    }
    return gaps;
  }
}
