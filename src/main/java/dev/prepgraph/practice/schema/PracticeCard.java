package dev.prepgraph.practice.schema;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The user's memory of a question, predicted by FSRS-6.")
public record PracticeCard(
    @NonNull
        @Description(
            "Time when the probability of recall falls to 0.9, within hours after AGAIN; now before the first practice.")
        Instant dueAt,
    @Description("Predicted probability of recall now, 0 to 1; null before the first practice.")
        Double retrievability,
    @NonNull @Description("Number of practices.") int reps,
    @NonNull @Description("Number of practices rated AGAIN, except the first practice.") int lapses,
    @Description("Time of the last practice; null before the first.") Instant practisedAt,
    @Ignore UUID questionKey,
    @Ignore String locale) {}
