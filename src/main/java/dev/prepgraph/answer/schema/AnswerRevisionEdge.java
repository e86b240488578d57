package dev.prepgraph.answer.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Edge of a page of an answer's revisions.")
public record AnswerRevisionEdge(
    @NonNull @Description("The revision.") AnswerRevision node,
    @NonNull @Description("Cursor of the edge.") String cursor) {}
