package dev.prepgraph.practice.schema;

import dev.prepgraph.catalogue.schema.Criterion;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "How ready the user is to show a criterion, over the guide's questions that ask for it.")
public record CriterionReadiness(
    @NonNull @Description("The criterion.") Criterion criterion,
    @NonNull @Description("0 (nothing is prepared) to 1; 0 where no question asks for it.")
        double score,
    @NonNull @Description("How many of the questions have a READY answer.") int answered,
    @NonNull @Description("How many questions ask for it.") int total,
    @NonNull @Description("The mean of the questions' recall, 0 to 1.") double recall,
    @NonNull
        @Description(
            "The mean of the questions' own ratings by this criterion, 0 to 1: a score counts (score - 1) / 4, an answer that is not rated 0.")
        double rating) {}
