package dev.prepgraph.practice;

import java.time.Instant;

/** That a question was practised. */
record Practice(Fsrs.Rating rating, Instant practisedAt) {}
