package dev.prepgraph.plan.schema.item;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("UpdatePlanItemInput")
@Description("Changes of a custom item; omitted and null fields stay unchanged.")
public record UpdatePlanItemInput(
    @Id @NonNull @Description("The item, of kind CUSTOM.") String id,
    @Description("Title, 1 to 200 characters.") String title,
    @Description(
            "Estimated time, 1 minute or more. It must fit into the free minutes of the day as for a new item, or into dailyMinutes for an item whose day is over or that has none; other items are rescheduled.")
        Integer estimatedMinutes,
    @NonNull
        @Description(
            "The current version of the plan; a mismatch is a CONFLICT, unless the call retries the change that made the newest version.")
        int expectedVersion) {}
