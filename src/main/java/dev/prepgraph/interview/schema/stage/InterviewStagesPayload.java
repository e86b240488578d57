package dev.prepgraph.interview.schema.stage;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Result of changing the user's stages.")
public record InterviewStagesPayload(
    @NonNull
        @Description("All stages of the user, in order; empty on errors.")
        @ListSize(assumedSize = 30)
        List<@NonNull InterviewStage> interviewStages,
    @NonNull @Description("Input errors; empty on success.") @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
