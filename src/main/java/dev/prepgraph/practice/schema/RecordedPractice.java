package dev.prepgraph.practice.schema;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("How one practice went, as it was recorded; it never changes.")
public record RecordedPractice(
    @NonNull @Description("How well the answer came back.") PracticeRating rating,
    @NonNull @Description("When it was.") Instant practisedAt,
    @Ignore UUID questionKey,
    @Ignore String locale) {}
