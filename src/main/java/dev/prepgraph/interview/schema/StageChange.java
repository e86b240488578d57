package dev.prepgraph.interview.schema;

import dev.prepgraph.interview.schema.stage.InterviewStage;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("An interview's entry into a stage.")
public record StageChange(
    @NonNull @Description("The stage.") InterviewStage stage,
    @NonNull @Description("Time of entry.") Instant enteredAt) {}
