package dev.prepgraph.catalogue.schema.listing;

import dev.prepgraph.paging.OrderDirection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Order of guides; equal ones are ordered by slug, in the same direction.")
public record RoleGuideOrder(
    @NonNull @Description("Field to order by.") RoleGuideOrderField field,
    @Description("Direction; default ASC.") OrderDirection direction) {}
