package dev.prepgraph.interview.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Edge of a page of interviews.")
public record InterviewEdge(
    @NonNull @Description("The interview.") Interview node,
    @NonNull @Description("Cursor of the edge.") String cursor) {}
