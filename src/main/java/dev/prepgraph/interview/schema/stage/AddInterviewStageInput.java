package dev.prepgraph.interview.schema.stage;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AddInterviewStageInput")
@Description("A stage to add after the others.")
public record AddInterviewStageInput(
    @NonNull @Description("Name of 1 to 60 characters, unique among the user's stages.")
        String name,
    @Description("Whether interviews in the stage are over; default false.") Boolean closed,
    @Description(
            "Idempotency key, 1 to 255 characters, valid for 24 hours: a retry with the same key adds no second stage.")
        String idempotencyKey) {}
