package dev.prepgraph.answer.schema;

import org.eclipse.microprofile.graphql.Description;

/** Which answers to list: those that match all that is given. */
@Description("Which answers to list: those that match all that is given.")
public record SavedAnswerFilter(
    @Description("The slug of a guide that the question is in.") String guide,
    @Description("How far the answer is.") SavedAnswerStatus status,
    @Description("Whether the question changed since the answer was written.") Boolean stale) {

  public static final SavedAnswerFilter NONE = new SavedAnswerFilter(null, null, null);
}
