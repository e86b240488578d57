package dev.prepgraph.practice.transfer;

import dev.prepgraph.account.transfer.Reference;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * How the user rated a revision of an answer by one criterion.
 *
 * @param savedAt of the revision: another one may have the same version
 * @param criterion its slug
 */
@RegisterForReflection
record AssessmentEntry(
    Reference question,
    int version,
    Instant savedAt,
    String criterion,
    int score,
    Instant assessedAt) {}
