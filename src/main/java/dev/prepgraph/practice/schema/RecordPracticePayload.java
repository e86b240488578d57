package dev.prepgraph.practice.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Result of recording a practice.")
public record RecordPracticePayload(
    @Description("The question's card after the practice; null on errors.") PracticeCard card,
    @Description(
            "The practice, for undoPractice; null on errors, and for a retry after it was undone.")
        RecordedPractice practice,
    @NonNull @Description("Input errors; empty on success.") @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
