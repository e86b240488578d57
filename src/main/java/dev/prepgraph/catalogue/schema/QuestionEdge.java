package dev.prepgraph.catalogue.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("One of the questions of a page.")
public record QuestionEdge(
    @NonNull @Description("The object.") Question node,
    @NonNull @Description("Where it stands in the list.") String cursor) {}
