package dev.prepgraph.practice.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("CriterionRatingInput")
@Description("Rating of an answer by one criterion.")
public record CriterionRatingInput(
    @Id @NonNull @Description("A criterion of the question.") String criterionId,
    @NonNull @Description("Score, 1 (poor) to 5 (excellent).") int score) {}
