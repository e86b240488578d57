package dev.prepgraph.practice.transfer;

import dev.prepgraph.account.transfer.Reference;
import dev.prepgraph.practice.fsrs.Fsrs;
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
