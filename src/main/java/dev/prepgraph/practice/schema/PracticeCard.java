package dev.prepgraph.practice.schema;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("What the user remembers of a question, as the memory model FSRS-6 predicts it.")
public record PracticeCard(
    @NonNull
        @Description(
            "When the probability of recall will have fallen to 0.9: after AGAIN within hours, in a plan on the next day. Now, before the first practice.")
        Instant dueAt,
    @Description("Predicted probability of recall now, 0 to 1; null before the first practice.")
        Double retrievability,
    @NonNull @Description("How often it was practised.") int reps,
    @NonNull @Description("How often it was not recalled, not counting the first practice.")
        int lapses,
    @Description("When it was practised last; null before the first practice.") Instant practisedAt,
    @Ignore UUID questionKey,
    @Ignore String locale) {}
