package dev.prepgraph.plan.schedule;

import dev.prepgraph.practice.fsrs.Fsrs;
import java.util.NavigableSet;
import java.util.TreeSet;

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

  /** The day of the last pinned part of the learning; -1 without one. */
  int lastPart = -1;

  /** The days of pinned reviews. */
  final NavigableSet<Integer> pinnedReviews = new TreeSet<>();

  /** Whether learning precedes due reviews. */
  boolean first;

  TopicProgress(Topic topic) {
    this.topic = topic;
    this.toLearn = topic.learnMinutes();
  }

  int reviewMinutes() {
    return toReview > 0 ? toReview : topic.reviewMinutes();
  }

  /** Whether a pinned review is closer to a day than the last practice. */
  boolean isReviewedSoon(int day) {
    Integer next = pinnedReviews.higher(day);
    return next != null && next - day < day - practised;
  }

  boolean isText() {
    return topic.question() == null;
  }
}
