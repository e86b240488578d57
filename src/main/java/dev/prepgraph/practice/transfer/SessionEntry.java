package dev.prepgraph.practice.transfer;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.prepgraph.account.transfer.Reference;
import dev.prepgraph.account.transfer.TransferJson;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * A timed session.
 *
 * @param finishedAt null while it can be resumed
 */
@RegisterForReflection
record SessionEntry(
    Reference guide,
    int minutesEach,
    Instant startedAt,
    Instant finishedAt,
    List<Asked> questions) {

  /**
   * A question of the session.
   *
   * @param answer null until it is answered
   */
  @RegisterForReflection
  record Asked(Reference question, Answer answer) {}

  @RegisterForReflection
  record Answer(
      @JsonDeserialize(using = TransferJson.NotBlank.class) String body,
      int version,
      Instant answeredAt,
      boolean late) {}
}
