package dev.prepgraph.interview.schema;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** That an interview entered a stage. */
@Description("That an interview entered a stage.")
public record StageChange(
    @NonNull @Description("The stage.") InterviewStage stage,
    @NonNull @Description("When.") Instant enteredAt) {}
