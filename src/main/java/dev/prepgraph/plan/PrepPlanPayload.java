package dev.prepgraph.plan;

import dev.prepgraph.graphql.ListSize;
import dev.prepgraph.graphql.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What came of changing a plan. */
@Description("What came of making or changing a plan.")
public record PrepPlanPayload(
    @Description("The plan as it is now; null when nothing was written.") PrepPlan prepPlan,
    @NonNull
        @Description("What the caller got wrong; empty when it was done.")
        @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
