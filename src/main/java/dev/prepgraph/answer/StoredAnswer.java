package dev.prepgraph.answer;

import dev.prepgraph.answer.model.AnswerContent;
import java.time.Instant;
import java.util.UUID;

/**
 * A saved answer with the content of its newest revision.
 *
 * @param stale whether the question changed since
 */
record StoredAnswer(
    UUID id,
    UUID question,
    int version,
    AnswerContent content,
    boolean stale,
    Instant createdAt,
    Instant savedAt) {}
