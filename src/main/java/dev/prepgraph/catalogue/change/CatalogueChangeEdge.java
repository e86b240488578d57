package dev.prepgraph.catalogue.change;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Edge of a page of changes.")
public record CatalogueChangeEdge(
    @NonNull @Description("The change.") CatalogueChange node,
    @NonNull @Description("Cursor of the edge.") String cursor) {}
