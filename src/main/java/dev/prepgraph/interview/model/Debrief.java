package dev.prepgraph.interview.model;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.UUID;

/** The content of a debrief. */
public record Debrief(String notes, List<Asked> asked, List<Gap> gaps) {

  /**
   * A question asked, with a rating of the user's answer.
   *
   * @param questionId the question of the catalogue, or null
   * @param text the wording; null for the wording of the catalogue
   */
  @Embeddable
  public record Asked(UUID questionId, String text, int rating, String notes) {}

  /**
   * A question or a criterion to improve at.
   *
   * @param questionId the question, or null
   * @param criterion the slug of the criterion, or null
   */
  @Embeddable
  public record Gap(UUID questionId, String criterion, String note) {}
}
