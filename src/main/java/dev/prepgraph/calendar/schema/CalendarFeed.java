package dev.prepgraph.calendar.schema;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "A calendar of the user's plans and interviews, which programs subscribe to at a secret address.")
public record CalendarFeed(
    @NonNull @Description("When its address was created.") Instant createdAt) {}
