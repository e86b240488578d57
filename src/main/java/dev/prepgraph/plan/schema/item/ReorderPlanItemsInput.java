package dev.prepgraph.plan.schema.item;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReorderPlanItemsInput")
@Description("A new order of the items of a day.")
public record ReorderPlanItemsInput(
    @Id @NonNull @Description("The plan.") String planId,
    @NonNull @Description("The day, today or later.") LocalDate date,
    @Id
        @NonNull
        @Description(
            "Ids of all items of the day, each once, in the new order; at most 5,000, the items of a plan.")
        List<@NonNull String> ids,
    @NonNull
        @Description(
            "The current version of the plan; a mismatch is a CONFLICT, unless the call retries the change that made the newest version.")
        int expectedVersion) {}
