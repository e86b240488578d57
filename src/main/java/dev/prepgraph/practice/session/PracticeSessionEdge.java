package dev.prepgraph.practice.session;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Edge of a page of practice sessions.")
public record PracticeSessionEdge(
    @NonNull @Description("The session.") PracticeSession node,
    @NonNull @Description("Cursor of the edge.") String cursor) {}
