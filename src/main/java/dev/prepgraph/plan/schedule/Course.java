package dev.prepgraph.plan.schedule;

import dev.prepgraph.practice.fsrs.Fsrs;

/**
 * A {@link Topic} on its way through the days of a {@link Scheduling}. Days are numbered: 0 is
 * today.
 */
final class Course {
  final Topic topic;

  /** The minutes that are left of learning it. */
  int toLearn;

  /** The minutes that are left of a review that was begun; 0 when none is. */
  int toReview;

  /** Null until it is learnt. */
  Fsrs.Memory memory;

  int practised;
  int due;

  /** No review is before this day. */
  int reviewable;

  /** Whether it is learnt before due reviews. */
  boolean first;

  Course(Topic topic) {
    this.topic = topic;
    this.toLearn = topic.learnMinutes();
  }

  int reviewMinutes() {
    return toReview > 0 ? toReview : topic.reviewMinutes();
  }

  boolean isText() {
    return topic.question() == null;
  }
}
