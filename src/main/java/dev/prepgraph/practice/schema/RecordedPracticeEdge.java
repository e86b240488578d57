package dev.prepgraph.practice.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Edge of a page of recorded practices.")
public record RecordedPracticeEdge(
    @NonNull @Description("The practice.") RecordedPractice node,
    @NonNull @Description("Cursor of the edge.") String cursor) {}
