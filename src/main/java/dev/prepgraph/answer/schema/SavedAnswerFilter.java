package dev.prepgraph.answer.schema;

import org.eclipse.microprofile.graphql.Description;

@Description("Filter of saved answers; all given conditions must match.")
public record SavedAnswerFilter(
    @Description("Slug of a guide that contains the question.") String guide,
    @Description("Status of the answer.") SavedAnswerStatus status,
    @Description("Whether the question changed since the last save.") Boolean stale) {

  public static final SavedAnswerFilter NONE = new SavedAnswerFilter(null, null, null);
}
