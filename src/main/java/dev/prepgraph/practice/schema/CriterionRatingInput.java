package dev.prepgraph.practice.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("CriterionRatingInput")
@Description("How well an answer shows one criterion.")
public record CriterionRatingInput(
    @Id @NonNull @Description("One of the criteria of the question.") String criterionId,
    @NonNull @Description("The level that it is on, 1 (poor) to 5 (excellent).") int score) {}
