package dev.prepgraph.practice.fsrs;

import java.time.Instant;

/** One practice of a question. */
public record Practice(Fsrs.Rating rating, Instant practisedAt) {}
