package dev.prepgraph.practice.session;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("StartPracticeSessionInput")
@Description("A session to be started.")
public record StartPracticeSessionInput(
    @Id @NonNull @Description("The guide that its questions are of.") String guideId,
    @NonNull
        @Description(
            "How many questions, 1 to 30, at most as many as the guide has; the most urgent.")
        int questions,
    @NonNull @Description("How many minutes there are for each, 1 to 60.") int minutesEach,
    @Description(
            "Repeating a call with the same key does not start a second session. 1 to 255 characters, remembered for 24 hours.")
        String idempotencyKey) {}
