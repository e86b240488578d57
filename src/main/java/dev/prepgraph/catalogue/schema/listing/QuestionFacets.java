package dev.prepgraph.catalogue.schema.listing;

import dev.prepgraph.common.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "Numbers of questions by value under the list's filter, the most frequent value first, at most 100 values each. Each facet leaves out the conditions on its own values, so that it shows what a choice of another value would find.")
public record QuestionFacets(
    @NonNull @Description("By slug of the question type.") @ListSize(assumedSize = 100)
        List<@NonNull FacetValue> types,
    @NonNull @Description("By difficulty.") @ListSize(assumedSize = 3)
        List<@NonNull FacetValue> difficulties,
    @NonNull @Description("By tag.") @ListSize(assumedSize = 100) List<@NonNull FacetValue> tags,
    @NonNull @Description("By slug of the criterion.") @ListSize(assumedSize = 100)
        List<@NonNull FacetValue> criteria,
    @NonNull
        @Description("By slug of the role family of a guide that contains the question.")
        @ListSize(assumedSize = 100)
        List<@NonNull FacetValue> families,
    @NonNull
        @Description("By seniority of a guide that contains the question.")
        @ListSize(assumedSize = 5)
        List<@NonNull FacetValue> seniorities) {}
