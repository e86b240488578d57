package dev.prepgraph.catalogue.search;

import dev.prepgraph.catalogue.schema.listing.FacetValue;
import dev.prepgraph.common.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "Numbers of hits by value under the search's filter, the most frequent value first. Each facet leaves out the condition on its own values, so that it shows what a choice of another value would find.")
public record SearchFacets(
    @NonNull @Description("By kind, a SearchKind.") @ListSize(assumedSize = 3)
        List<@NonNull FacetValue> kinds,
    @NonNull
        @Description(
            "By slug of the role family: guides of the family, and questions of its guides; at most 100 values.")
        @ListSize(assumedSize = 100)
        List<@NonNull FacetValue> families) {}
