package dev.prepgraph.practice.schema;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A recorded practice; immutable.")
public record RecordedPractice(
    @NonNull @Description("Rating of the practice.") PracticeRating rating,
    @NonNull @Description("Time of the practice.") Instant practisedAt,
    @Ignore UUID questionKey,
    @Ignore String locale) {}
