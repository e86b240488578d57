package dev.prepgraph.answer.schema;

import dev.prepgraph.paging.FilterList;
import io.smallrye.graphql.api.Deprecated;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "Filter of saved answers; all given conditions must match. A list matches any of its values, at most 100; an empty list matches nothing.")
public record SavedAnswerFilter(
    @Deprecated(reason = "Use guides.")
        @Description("Slug of a guide that contains the question. Deprecated: use guides.")
        String guide,
    @Deprecated(reason = "Use statuses.")
        @Description("Status of the answer. Deprecated: use statuses.")
        SavedAnswerStatus status,
    @Description("Whether the question changed since the last save.") Boolean stale,
    @Nullable @Description("Slugs of guides that contain the question.")
        List<@NonNull String> guides,
    @Nullable
        @Id
        @Description("Ids of the answered questions, also of withdrawn ones; others match nothing.")
        List<@NonNull String> questionIds,
    @Nullable @Description("Statuses of the answer.") List<@NonNull SavedAnswerStatus> statuses) {

  public static final SavedAnswerFilter NONE =
      new SavedAnswerFilter(null, null, null, null, null, null);

  /** The same filter with checked lists. */
  public SavedAnswerFilter checked() {
    return new SavedAnswerFilter(
        guide,
        status,
        stale,
        FilterList.of("filter.guides", guides),
        FilterList.of("filter.questionIds", questionIds),
        FilterList.of("filter.statuses", statuses));
  }
}
