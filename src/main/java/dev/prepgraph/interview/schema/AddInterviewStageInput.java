package dev.prepgraph.interview.schema;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AddInterviewStageInput")
@Description("A stage to be added behind the others.")
public record AddInterviewStageInput(
    @NonNull @Description("Name of 1 to 60 characters, unique among the user's stages.")
        String name,
    @Description("Whether interviews in it are over; false unless given.") Boolean closed,
    @Description(
            "Repeating a call with the same key does not add a second stage. 1 to 255 characters, remembered for 24 hours.")
        String idempotencyKey) {}
