package dev.prepgraph.interview.schema.stage;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("RenameInterviewStageInput")
@Description("A new name of a stage.")
public record RenameInterviewStageInput(
    @Id @NonNull @Description("The stage.") String id,
    @NonNull @Description("Name of 1 to 60 characters, unique among the user's stages.")
        String name) {}
