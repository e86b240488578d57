package dev.prepgraph.plan.schedule;

import dev.prepgraph.practice.fsrs.Fsrs;

/** The progress of a {@link Topic} within a {@link Scheduling}; day 0 is today. */
final class TopicProgress {
  final Topic topic;

  /** The minutes left for learning. */
  int toLearn;

  /** The minutes left of a split review; 0 without one. */
  int toReview;

  /** Null for an unlearnt topic. */
  Fsrs.Memory memory;

  int practised;
  int due;

  /** The first day of a possible review. */
  int reviewable;

  /** Whether learning precedes due reviews. */
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
