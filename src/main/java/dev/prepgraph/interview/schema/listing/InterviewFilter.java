package dev.prepgraph.interview.schema.listing;

import dev.prepgraph.paging.FilterList;
import io.smallrye.graphql.api.Deprecated;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "Filter of interviews; all given conditions must match. A list matches any of its values, at most 100; an empty list matches nothing.")
public record InterviewFilter(
    @Deprecated(reason = "Use stageIds.")
        @Id
        @Description("Stage of the interview. Deprecated: use stageIds.")
        String stageId,
    @Description("Whether the stage is closed.") Boolean closed,
    @Description("Earliest day of the interview, in its time zone.") LocalDate from,
    @Description("Latest day of the interview, in its time zone.") LocalDate to,
    @Nullable @Id @Description("Stages of the interview; other ids match nothing.")
        List<@NonNull String> stageIds,
    @Nullable @Description("Slugs of published guides to prepare with.")
        List<@NonNull String> guides) {

  public static final InterviewFilter NONE =
      new InterviewFilter(null, null, null, null, null, null);

  /** The same filter with checked lists. */
  public InterviewFilter checked() {
    return new InterviewFilter(
        stageId,
        closed,
        from,
        to,
        FilterList.of("filter.stageIds", stageIds),
        FilterList.of("filter.guides", guides));
  }
}
