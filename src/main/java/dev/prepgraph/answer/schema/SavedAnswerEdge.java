package dev.prepgraph.answer.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Edge of a page of saved answers.")
public record SavedAnswerEdge(
    @NonNull @Description("The saved answer.") SavedAnswer node,
    @NonNull @Description("Cursor of the edge.") String cursor) {}
