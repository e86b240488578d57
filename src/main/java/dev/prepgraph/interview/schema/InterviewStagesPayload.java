package dev.prepgraph.interview.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Result of a change of the user's stages.")
public record InterviewStagesPayload(
    @NonNull
        @Description("All stages as they are now, in order; empty when nothing was done.")
        @ListSize(assumedSize = 30)
        List<@NonNull InterviewStage> interviewStages,
    @NonNull
        @Description("What the caller got wrong; empty when it was done.")
        @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
