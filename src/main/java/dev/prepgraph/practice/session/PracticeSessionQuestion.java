package dev.prepgraph.practice.session;

import dev.prepgraph.common.Cost;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A question of a session, with the answer that was given.")
@Cost(weight = Cost.LONG_TEXT)
public record PracticeSessionQuestion(
    @NonNull @Description("Its place in the session, from 1.") int position,
    @NonNull
        @Description(
            "When its time is over: minutesEach for it and for each question before it, since the session was started. Who answers early has the time left for the next.")
        Instant deadline,
    @Description("The answer; null while there is none. Markdown.") String body,
    @Description("When it was saved last.") Instant answeredAt,
    @NonNull @Description("Whether it was answered after the deadline.") boolean late,
    @NonNull @Description("Grows by one with every save, from 0; send it back as expectedVersion.")
        int version,
    @Ignore UUID questionKey,
    @Ignore String locale) {}
