package dev.prepgraph.catalogue.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("One of the guides of a page.")
public record RoleGuideEdge(
    @NonNull @Description("The object.") RoleGuide node,
    @NonNull @Description("Where it stands in the list.") String cursor) {}
