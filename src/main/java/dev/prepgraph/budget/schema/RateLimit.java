package dev.prepgraph.budget.schema;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@RegisterForReflection
@Description(
    "The caller's budget of points: of a user or of a partner's service on all servers, of an anonymous caller's address on the server that responds.")
public record RateLimit(
    @Description("Points of a full budget.") int limit,
    @Description(
            "Points that this operation took: its cost by @cost and @listSize, and 1,000 more for each mutation.")
        int cost,
    @Description("Points left after this operation.") int remaining,
    @Description("Points regained a second.") int restoreRate,
    @NonNull @Description("When the budget is full again, if nothing more is taken.")
        Instant resetAt) {}
