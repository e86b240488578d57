package dev.prepgraph.practice.schema;

import dev.prepgraph.catalogue.schema.Criterion;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The user's rating of an answer by one criterion.")
public record CriterionRating(
    @NonNull @Description("The criterion.") Criterion criterion,
    @NonNull @Description("Score, 1 (poor) to 5 (excellent).") int score) {}
