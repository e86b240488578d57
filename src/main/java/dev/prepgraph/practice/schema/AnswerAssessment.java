package dev.prepgraph.practice.schema;

import dev.prepgraph.common.ListSize;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Ratings of one revision of an answer.")
public record AnswerAssessment(
    @NonNull @Description("Version of the rated revision.") int version,
    @NonNull @Description("Time of the last rating.") Instant assessedAt,
    @NonNull
        @Description("Ratings by criterion, without deleted criteria.")
        @ListSize(assumedSize = 20)
        List<@NonNull CriterionRating> ratings) {}
