package dev.prepgraph.plan.schedule;

import dev.prepgraph.practice.fsrs.Fsrs;
import java.util.List;

/**
 * Distributes learning and reviews over the days up to an interview, for the best recall on that
 * day. Deterministic and free of side effects.
 *
 * <ul>
 *   <li>The work of a day never exceeds its free minutes.
 *   <li>The last working day is reserved for reviews, unless it is the only one: due reviews first,
 *       then further reviews until the minutes are used.
 *   <li>Learning order: prioritized topics, then topics that cover new criteria (the most new
 *       criteria per minute first), then the others in the given order.
 *   <li>A review is due when {@link Fsrs} predicts a recall of {@link #RETENTION}, assuming that
 *       every practice is rated {@code GOOD}. Due reviews precede topics without new criteria, but
 *       never take minutes that learning needs: learning adds more recall than any review. Reviews
 *       are ordered by the recall on the interview's day that they add per minute.
 *   <li>The work is to learn every topic, and every review that is due by the last day. Where whole
 *       pieces do not fit, the largest possible number of questions is learnt, the longest first so
 *       that most are recent at the interview; then the reviews. Pieces are split over days, so
 *       that a day has free minutes only when no work remains. The rest is the shortfall.
 * </ul>
 */
public final class Scheduler {

  /** Unsplittable work for the first day with enough free minutes. */
  public record CustomTask(int number, int minutes) {}

  /** The predicted probability of recall at which a review is due. */
  static final double RETENTION = 0.9;

  private final Fsrs fsrs;

  public Scheduler(Fsrs fsrs) {
    this.fsrs = fsrs;
  }

  public Schedule schedule(StudyTime time, List<CustomTask> tasks, List<Topic> topics) {
    Schedule whole = new Scheduling(fsrs, time, topics, false).run(tasks);
    return whole.shortfallMinutes() == 0
        ? whole
        : new Scheduling(fsrs, time, topics, true).run(tasks);
  }
}
