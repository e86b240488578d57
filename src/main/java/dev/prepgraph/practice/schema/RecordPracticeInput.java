package dev.prepgraph.practice.schema;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("RecordPracticeInput")
@Description("A practice to record.")
public record RecordPracticeInput(
    @Id @NonNull @Description("The question.") String questionId,
    @NonNull @Description("Rating of the practice.") PracticeRating rating,
    @Description(
            "Time of the practice; now by default. Up to 365 days ago, also before recorded practices. Not in the future; up to 60 seconds ahead counts as now.")
        Instant practisedAt,
    @Description(
            "Idempotency key, 1 to 255 characters, valid for 24 hours: a retry with the same key records no second practice.")
        String idempotencyKey) {}
