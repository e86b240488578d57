package dev.prepgraph.practice.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("What came of recording a practice.")
public record RecordPracticePayload(
    @Description("What the user remembers of the question now; null when nothing was written.")
        PracticeCard card,
    @NonNull
        @Description("What the caller got wrong; empty when it was done.")
        @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
