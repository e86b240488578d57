package dev.prepgraph.interview.schema;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("MoveInterviewInput")
@Description("A move of an interview into a stage.")
public record MoveInterviewInput(
    @Id @NonNull @Description("The interview.") String id,
    @Id @NonNull @Description("The stage.") String stageId,
    @Description(
            "Time of entry into the stage; now by default. Not in the future; up to 60 seconds ahead counts as now.")
        Instant enteredAt,
    @Description(
            "The current version; null skips the check. A mismatch is a CONFLICT, unless the call retries the change that made the newest version.")
        Integer expectedVersion) {}
