package dev.prepgraph.practice.session;

import dev.prepgraph.node.Node;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
    "A practice of some of a guide's questions against the clock. The server's clock counts, also while the client is away: a session can be gone on with on any device.")
public record PracticeSession(
    @Id @NonNull @Description("Opaque, globally unique, stable.") String id,
    @NonNull @Description("How many minutes there are for each question.") int minutesEach,
    @NonNull @Description("When it was started.") Instant startedAt,
    @NonNull @Description("When the time for the last question is over.") Instant endsAt,
    @Description("When it was finished; null while it can be gone on with.") Instant finishedAt,
    @NonNull @Description("What the server's clock says now.") Instant serverTime,
    @NonNull @Description("How many questions it has.") int total,
    @NonNull @Description("How many were answered in time.") int inTime,
    @NonNull @Description("How many were answered late.") int late,
    @NonNull @Description("How many were not answered.") int unanswered,
    @Ignore UUID key,
    @Ignore UUID guideKey,
    @Ignore String locale)
    implements Node {}
