package dev.prepgraph.calendar.schema;

import dev.prepgraph.common.ListSize;
import dev.prepgraph.common.error.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What came of giving the calendar feed a new address. */
@Description("What came of giving the calendar feed a new address.")
public record CalendarFeedPayload(
    @Description("The feed; null when nothing was done.") CalendarFeed calendarFeed,
    @Description(
            "The feed's address on this service: the path /calendar/{secret}.ics. It is told this once and kept nowhere.")
        String path,
    @NonNull
        @Description("What the caller got wrong; empty when it was done.")
        @ListSize(assumedSize = 200)
        List<@NonNull UserError> userErrors) {}
