package dev.prepgraph.answer.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What came of saving an answer. */
@Description("What came of saving an answer.")
public record SaveAnswerPayload(
    @Description("The answer as it is now; null when nothing was written.") SavedAnswer savedAnswer,
    @NonNull
        @Description("What the caller got wrong; empty when it was done.")
        @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
