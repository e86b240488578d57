package dev.prepgraph.plan.schema.item;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.plan.schema.PlanItem;
import dev.prepgraph.plan.schema.PrepPlan;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Result of marking items.")
public record SetPlanItemsDonePayload(
    @NonNull
        @Description("The items, each once, in the given order; empty on errors.")
        @ListSize(assumedSize = 100)
        List<@NonNull PlanItem> items,
    @NonNull @Description("The plans of the items; empty on errors.") @ListSize(assumedSize = 50)
        List<@NonNull PrepPlan> prepPlans,
    @NonNull @Description("Input errors; empty on success.") @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
