package dev.prepgraph.practice;

import dev.prepgraph.graphql.ListSize;
import dev.prepgraph.graphql.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What came of rating an answer. */
@Description("What came of rating an answer.")
public record AssessAnswerPayload(
    @Description("How that revision is rated now; null when nothing was written.")
        AnswerAssessment assessment,
    @NonNull
        @Description("What the caller got wrong; empty when it was done.")
        @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
