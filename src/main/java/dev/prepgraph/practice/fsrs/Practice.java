package dev.prepgraph.practice.fsrs;

import java.time.Instant;

/** That a question was practised. */
public record Practice(Fsrs.Rating rating, Instant practisedAt) {}
