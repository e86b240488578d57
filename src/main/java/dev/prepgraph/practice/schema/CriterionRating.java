package dev.prepgraph.practice.schema;

import dev.prepgraph.catalogue.schema.Criterion;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("How well an answer shows one criterion, in the user's own view.")
public record CriterionRating(
    @NonNull @Description("The criterion.") Criterion criterion,
    @NonNull @Description("The level that it is on, 1 (poor) to 5 (excellent).") int score) {}
