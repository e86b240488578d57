package dev.prepgraph.catalogue.schema.listing;

import dev.prepgraph.paging.OrderDirection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Order of a guide's questions; equally difficult ones stay in the guide's order.")
public record GuideQuestionOrder(
    @NonNull @Description("Field to order by.") GuideQuestionOrderField field,
    @Description("Direction; default ASC.") OrderDirection direction) {}
