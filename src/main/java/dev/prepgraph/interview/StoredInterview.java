package dev.prepgraph.interview;

import dev.prepgraph.interview.model.InterviewDetails;
import dev.prepgraph.interview.schema.InterviewStage;
import java.time.Instant;
import java.util.UUID;

/** An interview with the stage that it is in. */
record StoredInterview(
    UUID id,
    InterviewDetails details,
    InterviewStage stage,
    int version,
    Instant createdAt,
    Instant changedAt) {}
