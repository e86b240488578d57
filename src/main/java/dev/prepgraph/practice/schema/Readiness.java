package dev.prepgraph.practice.schema;

import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.ListSize;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "Readiness for an interview with a guide. The formula recomputes the scores from the parts.")
public record Readiness(
    @NonNull @Description("The guide.") RoleGuide guide,
    @NonNull @Description("Score, 0 (unprepared) to 1.") double score,
    @NonNull @Description("Formula of the scores, prefixed with its version.") String formula,
    @NonNull
        @Description(
            "Time of the recall prediction: the nearest interview for the guide, or now without one.")
        Instant predictedFor,
    @NonNull
        @Description("Criteria of the guide in its order, then other criteria of its questions.")
        @ListSize(assumedSize = 500)
        List<@NonNull CriterionReadiness> criteria,
    @NonNull @Description("The guide's questions, in its order.") @ListSize(assumedSize = 200)
        List<@NonNull QuestionReadiness> questions) {}
