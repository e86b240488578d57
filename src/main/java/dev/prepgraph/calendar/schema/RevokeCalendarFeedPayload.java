package dev.prepgraph.calendar.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Result of revoking the calendar feed.")
public record RevokeCalendarFeedPayload(
    @NonNull @Description("Whether a feed was revoked.") boolean revoked,
    @NonNull @Description("Input errors; empty on success.") @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
