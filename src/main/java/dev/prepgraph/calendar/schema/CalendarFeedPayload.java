package dev.prepgraph.calendar.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Result of rotating the calendar feed.")
public record CalendarFeedPayload(
    @Description("The feed; null on errors.") CalendarFeed calendarFeed,
    @Description(
            "The feed's path on this service: /calendar/{secret}.ics. Only this response contains it; the service stores a digest.")
        String path,
    @NonNull @Description("Input errors; empty on success.") @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
