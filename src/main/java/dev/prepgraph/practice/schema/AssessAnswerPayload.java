package dev.prepgraph.practice.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("What came of rating an answer.")
public record AssessAnswerPayload(
    @Description("How that revision is rated now; null when nothing was written.")
        AnswerAssessment assessment,
    @NonNull
        @Description("What the caller got wrong; empty when it was done.")
        @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
