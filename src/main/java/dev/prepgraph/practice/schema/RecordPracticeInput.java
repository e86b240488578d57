package dev.prepgraph.practice.schema;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("RecordPracticeInput")
@Description("That a question was practised.")
public record RecordPracticeInput(
    @Id @NonNull @Description("The question.") String questionId,
    @NonNull @Description("How it went.") PracticeRating rating,
    @Description(
            "When; now unless given. May lie up to 365 days back, also before other practices of the question. Not in the future: what is up to 60 seconds ahead is taken for now.")
        Instant practisedAt,
    @Description(
            "Repeating a call with the same key does not record a second practice. 1 to 255 characters, remembered for 24 hours.")
        String idempotencyKey) {}
