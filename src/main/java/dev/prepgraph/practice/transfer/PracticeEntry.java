package dev.prepgraph.practice.transfer;

import dev.prepgraph.practice.Fsrs;
import dev.prepgraph.viewer.transfer.Reference;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * How a question was practised.
 *
 * @param practices the earliest first
 */
@RegisterForReflection
record PracticeEntry(Reference question, List<Practised> practices) {

  @RegisterForReflection
  record Practised(Fsrs.Rating rating, Instant practisedAt, Instant recordedAt) {}
}
