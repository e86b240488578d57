package dev.prepgraph.plan.schema;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AddPlanItemInput")
@Description("An item of the user's own to be added to a plan.")
public record AddPlanItemInput(
    @Id @NonNull @Description("The plan.") String planId,
    @NonNull @Description("What is to be done, 1 to 200 characters.") String title,
    @NonNull @Description("On which day: today or later, and not after the interview.")
        LocalDate date,
    @NonNull
        @Description(
            "How long it takes, 1 minute or more. With what else is fixed on that day it must fit into the plan's daily minutes; what is not fixed gives way.")
        int estimatedMinutes,
    @Description(
            "Repeating a call with the same key does not create a second item. 1 to 255 characters, kept for 24 hours.")
        String idempotencyKey) {}
