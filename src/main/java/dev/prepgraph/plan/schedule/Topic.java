package dev.prepgraph.plan.schedule;

import dev.prepgraph.practice.fsrs.Fsrs;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * What a plan prepares: a question that is learnt and then reviewed, or a text that is read once.
 *
 * @param question null for a text
 * @param learnMinutes the rest of learning or reading it; 0 when that is done
 * @param reviewMinutes for one review; not used for a text
 * @param criteria the slugs of the criteria that it covers
 * @param prioritized whether it comes before all that are not
 * @param learnt null until it is learnt
 */
public record Topic(
    UUID question,
    int learnMinutes,
    int reviewMinutes,
    Set<String> criteria,
    boolean prioritized,
    Learnt learnt) {

  /**
   * What a learner remembers.
   *
   * @param memory right after the last practice
   * @param on the day of the last practice, today or before
   * @param since the first review is on a later day than this
   */
  public record Learnt(Fsrs.Memory memory, LocalDate on, LocalDate since) {}

  /** A text to read, before anything else. */
  public static Topic text(int minutes) {
    return new Topic(null, minutes, 0, Set.of(), true, null);
  }
}
