package dev.prepgraph.account.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@RegisterForReflection // stored under its idempotency key
@Description("Result of an import; errors roll it back as a whole.")
public record ImportMyDataPayload(
    @NonNull @Description("The number of entries that were added to the account.") int imported,
    @NonNull
        @Description("The entries, or parts of entries, that were skipped.")
        @ListSize(assumedSize = 5000)
        List<@NonNull SkippedEntry> skipped,
    @NonNull @Description("Input errors; empty on success.") @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
