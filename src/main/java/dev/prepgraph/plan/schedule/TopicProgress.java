package dev.prepgraph.plan.schedule;

import dev.prepgraph.practice.fsrs.Fsrs;

/** The progress of a {@link Topic} within a {@link Scheduling}; day 0 is today. */
final class TopicProgress {
  final Topic topic;

  /** The minutes left of learning it. */
  int toLearn;

  /** The minutes left of a split review; 0 for none. */
  int toReview;

  /** Null until it is learnt. */
  Fsrs.Memory memory;

  int practised;
  int due;

  /** The first day on which it may be reviewed. */
  int reviewable;

  /** Whether it is learnt before due reviews. */
  boolean first;

  TopicProgress(Topic topic) {
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
