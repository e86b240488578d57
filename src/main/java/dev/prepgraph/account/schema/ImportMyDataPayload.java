package dev.prepgraph.account.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What came of taking an export back. */
@Description("What came of taking an export back: all that can be taken is, or nothing.")
public record ImportMyDataPayload(
    @NonNull @Description("How many entries the account has got.") int imported,
    @NonNull @Description("Which entries it has not got.") @ListSize(assumedSize = 5000)
        List<@NonNull SkippedEntry> skipped,
    @NonNull
        @Description("What the caller got wrong; empty when it was done.")
        @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
