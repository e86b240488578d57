package dev.prepgraph.answer.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** One of the saved answers of a page. */
@Description("One of the saved answers of a page.")
public record SavedAnswerEdge(
    @NonNull @Description("The object.") SavedAnswer node,
    @NonNull @Description("Where it stands in the list.") String cursor) {}
