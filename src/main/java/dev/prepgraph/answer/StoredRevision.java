package dev.prepgraph.answer;

import dev.prepgraph.answer.model.AnswerContent;
import java.time.Instant;
import java.util.UUID;

/**
 * A revision of a saved answer.
 *
 * @param total how many revisions the answer has
 */
record StoredRevision(
    UUID answer, long total, int version, AnswerContent content, Instant savedAt) {}
