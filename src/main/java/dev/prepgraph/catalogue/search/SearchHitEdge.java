package dev.prepgraph.catalogue.search;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Edge of a page of hits.")
public record SearchHitEdge(
    @NonNull @Description("The hit.") SearchHit node,
    @NonNull @Description("Cursor of the edge.") String cursor) {}
