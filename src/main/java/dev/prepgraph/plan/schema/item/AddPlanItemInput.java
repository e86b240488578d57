package dev.prepgraph.plan.schema.item;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AddPlanItemInput")
@Description("A custom item to add to a plan.")
public record AddPlanItemInput(
    @Id @NonNull @Description("The plan.") String planId,
    @NonNull @Description("Title, 1 to 200 characters.") String title,
    @NonNull @Description("Day from today up to the interview.") LocalDate date,
    @NonNull
        @Description(
            "Estimated time, 1 minute or more. Together with the done, custom and pinned items of that day, of all active plans, it must fit into the plan's daily minutes; other items are rescheduled.")
        int estimatedMinutes,
    @Description(
            "Idempotency key, 1 to 255 characters, valid for 24 hours: a retry with the same key adds no second item.")
        String idempotencyKey) {}
