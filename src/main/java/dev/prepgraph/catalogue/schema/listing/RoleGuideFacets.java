package dev.prepgraph.catalogue.schema.listing;

import dev.prepgraph.common.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "Numbers of guides by value under the list's filter, the most frequent value first, at most 100 values each. Each facet leaves out the conditions on its own values, so that it shows what a choice of another value would find.")
public record RoleGuideFacets(
    @NonNull @Description("By slug of the role family.") @ListSize(assumedSize = 100)
        List<@NonNull FacetValue> families,
    @NonNull @Description("By seniority.") @ListSize(assumedSize = 5)
        List<@NonNull FacetValue> seniorities) {}
