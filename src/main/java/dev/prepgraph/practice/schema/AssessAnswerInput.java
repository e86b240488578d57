package dev.prepgraph.practice.schema;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AssessAnswerInput")
@Description("How the user rates one revision of an answer.")
public record AssessAnswerInput(
    @Id @NonNull @Description("The answer.") String answerId,
    @NonNull @Description("The version of it that is judged.") int version,
    @NonNull
        @Description(
            "One for each criterion, 1 to 20. What is left out stays as it was rated before, if it was.")
        List<@NonNull CriterionRatingInput> ratings) {}
