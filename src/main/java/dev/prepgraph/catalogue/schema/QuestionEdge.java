package dev.prepgraph.catalogue.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Edge of a page of questions.")
public record QuestionEdge(
    @NonNull @Description("The object.") Question node,
    @NonNull @Description("Cursor of the edge.") String cursor,
    @Description("Position of the question in the guide, from 1; null in other lists.")
        Integer position) {}
