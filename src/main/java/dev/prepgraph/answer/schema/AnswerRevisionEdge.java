package dev.prepgraph.answer.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** One of the an answer's revisions of a page. */
@Description("One of the an answer's revisions of a page.")
public record AnswerRevisionEdge(
    @NonNull @Description("The object.") AnswerRevision node,
    @NonNull @Description("Where it stands in the list.") String cursor) {}
