package dev.prepgraph.interview.schema.stage;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("DeleteInterviewStageInput")
@Description("A stage to delete.")
public record DeleteInterviewStageInput(@Id @NonNull @Description("The stage.") String id) {}
