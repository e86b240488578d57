package dev.prepgraph.practice.session;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("StartPracticeSessionInput")
@Description("A session to start.")
public record StartPracticeSessionInput(
    @Id @NonNull @Description("Guide of the questions.") String guideId,
    @NonNull @Description("Number of questions, 1 to 30, at most the guide's number of questions.")
        int questions,
    @NonNull @Description("Minutes for each question, 1 to 60.") int minutesEach,
    @Description(
            "Idempotency key, 1 to 255 characters, valid for 24 hours: a retry with the same key starts no second session.")
        String idempotencyKey) {}
