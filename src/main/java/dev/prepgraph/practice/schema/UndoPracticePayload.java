package dev.prepgraph.practice.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Result of undoing a practice.")
public record UndoPracticePayload(
    @Id @Description("Id of the undone practice; null on errors.") String deletedId,
    @Description("The question's card, as if the practice had never been recorded; null on errors.")
        PracticeCard card,
    @NonNull @Description("Input errors; empty on success.") @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
