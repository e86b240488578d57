package dev.prepgraph.interview;

import dev.prepgraph.interview.schema.InterviewStage;
import java.time.Instant;
import java.util.UUID;

/**
 * An interview as it is stored.
 *
 * @param stage the one that it is in
 * @param changedAt when anything of it was changed last
 */
record StoredInterview(
    UUID id,
    InterviewDetails details,
    InterviewStage stage,
    int version,
    Instant createdAt,
    Instant changedAt) {}
