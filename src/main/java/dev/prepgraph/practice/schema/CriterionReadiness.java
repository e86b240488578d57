package dev.prepgraph.practice.schema;

import dev.prepgraph.catalogue.schema.Criterion;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Readiness for a criterion, from the guide's questions with that criterion.")
public record CriterionReadiness(
    @NonNull @Description("The criterion.") Criterion criterion,
    @NonNull @Description("Score, 0 (unprepared) to 1; 0 without questions.") double score,
    @NonNull @Description("Number of questions with a READY answer.") int answered,
    @NonNull @Description("Number of questions with the criterion.") int total,
    @NonNull @Description("Mean recall of the questions, 0 to 1.") double recall,
    @NonNull
        @Description(
            "Mean rating of the answers by the criterion, 0 to 1: (score - 1) / 4, or 0 for an unrated answer. Without weight in the score where the criterion has no levels.")
        double rating) {}
