package dev.prepgraph.calendar.schema;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** That the user's plans and interviews can be subscribed to as a calendar. */
@Description(
    "That the user's plans and interviews can be subscribed to as a calendar, by whoever has its secret address.")
public record CalendarFeed(
    @NonNull @Description("Since when its address is valid.") Instant createdAt) {}
