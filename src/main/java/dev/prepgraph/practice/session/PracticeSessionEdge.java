package dev.prepgraph.practice.session;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("One of the practice sessions of a page.")
public record PracticeSessionEdge(
    @NonNull @Description("The object.") PracticeSession node,
    @NonNull @Description("Where it stands in the list.") String cursor) {}
