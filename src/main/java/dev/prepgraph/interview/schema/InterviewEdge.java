package dev.prepgraph.interview.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("One of the interviews of a page.")
public record InterviewEdge(
    @NonNull @Description("The object.") Interview node,
    @NonNull @Description("Cursor of the edge.") String cursor) {}
