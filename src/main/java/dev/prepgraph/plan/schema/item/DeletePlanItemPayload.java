package dev.prepgraph.plan.schema.item;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import dev.prepgraph.plan.schema.PrepPlan;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Result of deleting an item.")
public record DeletePlanItemPayload(
    @Id @Description("Id of the deleted object; null on errors.") String deletedId,
    @Description("The rescheduled plan; null on errors.") PrepPlan prepPlan,
    @NonNull @Description("Input errors; empty on success.") @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
