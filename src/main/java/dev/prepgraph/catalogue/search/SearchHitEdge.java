package dev.prepgraph.catalogue.search;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("One of the hits of a page.")
public record SearchHitEdge(
    @NonNull @Description("The hit.") SearchHit node,
    @NonNull @Description("Where it stands in the list.") String cursor) {}
