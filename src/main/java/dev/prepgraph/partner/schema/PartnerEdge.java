package dev.prepgraph.partner.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Edge of a page of partners.")
public record PartnerEdge(
    @NonNull @Description("The partner.") PartnerProfile node,
    @NonNull @Description("Cursor of the edge.") String cursor) {}
