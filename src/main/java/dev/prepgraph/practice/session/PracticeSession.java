package dev.prepgraph.practice.session;

import dev.prepgraph.node.Node;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "A timed practice of a guide's questions. Time runs on the server; any device can resume the session.")
public record PracticeSession(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull @Description("Minutes for each question.") int minutesEach,
    @NonNull @Description("Start time.") Instant startedAt,
    @NonNull @Description("Deadline of the last question.") Instant endsAt,
    @Description("Finish time; null until finished.") Instant finishedAt,
    @NonNull @Description("Current time of the server.") Instant serverTime,
    @NonNull @Description("Number of questions.") int total,
    @NonNull @Description("Number of questions with an answer that was saved by its deadline.")
        int inTime,
    @NonNull
        @Description(
            "Number of questions with an answer that was saved after its deadline (answeredLate).")
        int late,
    @NonNull
        @Description(
            "Number of questions without an answer, whether or not the deadline is over; total is the sum of inTime, late and unanswered.")
        int unanswered,
    @Ignore UUID key,
    @Ignore UUID guideKey,
    @Ignore String locale)
    implements Node {

  public static final char KIND = 'T';
}
