package dev.prepgraph.practice.schema;

import dev.prepgraph.catalogue.schema.Question;
import dev.prepgraph.common.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Readiness for a question.")
public record QuestionReadiness(
    @NonNull @Description("The question.") Question question,
    @NonNull @Description("Whether the question has a READY answer.") boolean answered,
    @NonNull
        @Description(
            "Predicted probability of recall at predictedFor, 0 to 1; 0 before the first practice.")
        double recall,
    @NonNull
        @Description("The newest rating of the answer by each rated criterion.")
        @ListSize(assumedSize = 10)
        List<@NonNull CriterionRating> ratings) {}
