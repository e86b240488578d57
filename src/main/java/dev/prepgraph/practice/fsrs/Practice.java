package dev.prepgraph.practice.fsrs;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** One practice of a question. */
@Embeddable
public record Practice(@Enumerated(EnumType.STRING) Fsrs.Rating rating, Instant practisedAt) {}
