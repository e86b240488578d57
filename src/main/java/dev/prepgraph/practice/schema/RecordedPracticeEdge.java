package dev.prepgraph.practice.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("One of the recorded practices of a page.")
public record RecordedPracticeEdge(
    @NonNull @Description("The practice.") RecordedPractice node,
    @NonNull @Description("Where it stands in the list.") String cursor) {}
