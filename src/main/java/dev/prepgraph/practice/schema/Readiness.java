package dev.prepgraph.practice.schema;

import dev.prepgraph.catalogue.schema.RoleGuide;
import dev.prepgraph.common.ListSize;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "How ready the user is for an interview with a guide. The scores can be recomputed from the parts, by the formula.")
public record Readiness(
    @NonNull @Description("The guide.") RoleGuide guide,
    @NonNull @Description("0 (nothing is prepared) to 1.") double score,
    @NonNull
        @Description("How the scores follow from the parts; begins with the formula's version.")
        String formula,
    @NonNull
        @Description(
            "The moment that recall is predicted for: the nearest interview for the guide, or now where there is none.")
        Instant predictedFor,
    @NonNull
        @Description("Each criterion of the guide and of its questions, the most telling first.")
        @ListSize(assumedSize = 500)
        List<@NonNull CriterionReadiness> criteria,
    @NonNull @Description("The guide's questions, in its order.") @ListSize(assumedSize = 200)
        List<@NonNull QuestionReadiness> questions) {}
