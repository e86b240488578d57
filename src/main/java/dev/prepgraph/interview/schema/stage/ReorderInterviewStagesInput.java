package dev.prepgraph.interview.schema.stage;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReorderInterviewStagesInput")
@Description("A new order of the user's stages.")
public record ReorderInterviewStagesInput(
    @Id
        @NonNull
        @Description(
            "Ids of all stages of the user, each once, in the new order; at most 30, the number of stages.")
        List<@NonNull String> ids) {}
