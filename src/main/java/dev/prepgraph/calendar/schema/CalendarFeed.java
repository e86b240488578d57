package dev.prepgraph.calendar.schema;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "A calendar of the user's plans and interviews at a secret address, for calendar programs.")
public record CalendarFeed(
    @NonNull @Description("Creation time of the address.") Instant createdAt) {}
