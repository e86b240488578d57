package dev.prepgraph.catalogue.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Edge of a page of guides.")
public record RoleGuideEdge(
    @NonNull @Description("The object.") RoleGuide node,
    @NonNull @Description("Cursor of the edge.") String cursor) {}
