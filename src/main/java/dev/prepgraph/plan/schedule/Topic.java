package dev.prepgraph.plan.schedule;

import dev.prepgraph.practice.fsrs.Fsrs;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * A question to learn and then review, or a text to read once.
 *
 * @param question null for a text
 * @param learnMinutes left for learning or reading
 * @param reviewMinutes for one review; unused for a text
 * @param criteria the slugs of its criteria
 * @param prioritized whether it is learnt before others
 * @param learnt null for an unlearnt topic
 * @param lastPart the day of the last pinned part of the learning; null without one
 * @param reviews the days of pinned reviews of a learnt topic
 */
public record Topic(
    UUID question,
    int learnMinutes,
    int reviewMinutes,
    Set<String> criteria,
    boolean prioritized,
    Learnt learnt,
    LocalDate lastPart,
    Set<LocalDate> reviews) {

  /**
   * The memory of a learnt topic.
   *
   * @param memory right after the last practice
   * @param on the day of the last practice or of pinned learning
   * @param since the day before the first possible review
   */
  public record Learnt(Fsrs.Memory memory, LocalDate on, LocalDate since) {}

  /** A text, which is read before learning. */
  public static Topic text(int minutes) {
    return new Topic(null, minutes, 0, Set.of(), true, null, null, Set.of());
  }
}
