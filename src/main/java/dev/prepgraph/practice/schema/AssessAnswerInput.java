package dev.prepgraph.practice.schema;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AssessAnswerInput")
@Description("Ratings of one revision of an answer.")
public record AssessAnswerInput(
    @Id @NonNull @Description("The answer.") String answerId,
    @NonNull @Description("Version of the revision to rate.") int version,
    @NonNull
        @Description(
            "Ratings, 1 to 20, one for each criterion. Earlier ratings by other criteria stay unchanged.")
        List<@NonNull CriterionRatingInput> ratings) {}
