package dev.prepgraph.practice.schema;

import dev.prepgraph.common.ListSize;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("How the user rates one revision of an answer.")
public record AnswerAssessment(
    @NonNull @Description("The version of the answer that it judges.") int version,
    @NonNull @Description("When it was rated last.") Instant assessedAt,
    @NonNull
        @Description("One for each criterion that was rated and that there still is.")
        @ListSize(assumedSize = 20)
        List<@NonNull CriterionRating> ratings) {}
