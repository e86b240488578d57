package dev.prepgraph.plan.schedule;

import dev.prepgraph.practice.fsrs.Fsrs;
import java.util.List;

/**
 * Spreads learning and reviews over the days up to an interview, for the best recall on its day
 * that the minutes allow. Pure: the same input gives the same schedule.
 *
 * <ul>
 *   <li>A day's work never takes more than the minutes that are free on it.
 *   <li>The last day that is not off is reserved for review, when there is another before it. It
 *       reviews what is due, and then what is remembered worst until its minutes are used.
 *   <li>Prioritized topics are learnt first, then what covers a criterion that nothing covers yet
 *       (the most of them a minute first), then the rest in the given order.
 *   <li>A review is due when {@link Fsrs} predicts that recall has fallen to {@link #RETENTION},
 *       expecting that every practice goes {@code GOOD}. Due reviews come before what covers
 *       nothing new, but never take minutes that learning needs: a question that is learnt adds
 *       more to the recall than any review. Of several, the one that adds most to the recall on the
 *       interview's day a minute comes first.
 *   <li>The work is to learn every topic, and every review that is due by the last day. Where it
 *       does not fit in whole pieces, it is ordered by value: as many questions as can be learnt,
 *       the longest of them first so that most are fresh in the end; then the reviews. And pieces
 *       are split over days, so that minutes are left on a day only where no work is left for it.
 *       What has no place even so is the shortfall.
 * </ul>
 */
public final class Scheduler {

  /** Work that cannot be split, and takes the first day with room for it. */
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
