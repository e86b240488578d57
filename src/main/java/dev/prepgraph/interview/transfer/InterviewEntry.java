package dev.prepgraph.interview.transfer;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.prepgraph.account.transfer.Reference;
import dev.prepgraph.account.transfer.TransferJson;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * An interview with its history and its debrief.
 *
 * @param history every move in the order in which they were made; the last stage is the present one
 */
@RegisterForReflection
record InterviewEntry(
    @JsonDeserialize(using = TransferJson.NotBlank.class) String company,
    @JsonDeserialize(using = TransferJson.NotBlank.class) String position,
    Reference guide,
    Plan plan,
    @JsonDeserialize(using = TransferJson.AnyTime.class) Instant scheduledAt,
    String timeZone,
    String location,
    String notes,
    int version,
    Instant createdAt,
    Instant updatedAt,
    List<Move> history,
    Debrief debrief) {

  /** A plan, by when it was made. */
  @RegisterForReflection
  record Plan(Instant createdAt) {}

  /** A move into a stage, by the stage's name. */
  @RegisterForReflection
  record Move(
      @JsonDeserialize(using = TransferJson.NotBlank.class) String stage, Instant enteredAt) {}

  /** What the user says of an interview afterwards. */
  @RegisterForReflection
  record Debrief(Instant savedAt, String notes, List<Asked> askedQuestions, List<Gap> gaps) {}

  /** A question of the catalogue, or its wording, or both. */
  @RegisterForReflection
  record Asked(
      Reference question,
      @JsonDeserialize(using = TransferJson.NotBlank.class) String text,
      int rating,
      String notes) {}

  /**
   * Either a question or a criterion.
   *
   * @param criterion its slug
   */
  @RegisterForReflection
  record Gap(
      Reference question,
      @JsonDeserialize(using = TransferJson.NotBlank.class) String criterion,
      String note) {}
}
