package dev.prepgraph.interview.schema.stage;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("SetInterviewStageClosedInput")
@Description("A stage to close or reopen.")
public record SetInterviewStageClosedInput(
    @Id @NonNull @Description("The stage.") String id,
    @NonNull @Description("Whether interviews in the stage are over.") boolean closed) {}
