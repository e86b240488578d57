package dev.prepgraph.plan.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The order in which topics are learnt, see {@link Scheduler}. */
final class LearningOrder {

  private final Set<String> covered = new HashSet<>();
  private final List<TopicProgress> order = new ArrayList<>();

  private LearningOrder() {}

  /**
   * Sorts the unlearnt topics and marks those that precede due reviews.
   *
   * @param minutes available for learning
   * @param scarce whether the work exceeds the time
   */
  static List<TopicProgress> of(List<TopicProgress> topics, int minutes, boolean scarce) {
    List<TopicProgress> texts = new ArrayList<>();
    List<TopicProgress> prioritized = new ArrayList<>();
    List<TopicProgress> others = new ArrayList<>();
    var learning = new LearningOrder();
    for (TopicProgress progress : topics) {
      if (progress.memory != null) {
        learning.covered.addAll(progress.topic.criteria());
      } else if (progress.toLearn > 0) {
        (progress.isText() ? texts : progress.topic.prioritized() ? prioritized : others)
            .add(progress);
      }
    }
    learning.order.addAll(texts);
    learning.cover(prioritized);
    learning.order.addAll(prioritized);
    learning.cover(others);
    learning.order.forEach(progress -> progress.first = true);
    learning.order.addAll(scarce ? mostInTime(others, minutes - sum(learning.order)) : others);
    return learning.order;
  }

  /** The largest number of topics that fits, the longest first; then the others. */
  private static List<TopicProgress> mostInTime(List<TopicProgress> topics, int minutes) {
    List<TopicProgress> shortest = new ArrayList<>(topics);
    shortest.sort(Comparator.comparingInt(progress -> progress.toLearn));
    int fitting = 0;
    int left = minutes;
    while (fitting < shortest.size() && shortest.get(fitting).toLearn <= left) {
      left -= shortest.get(fitting).toLearn;
      fitting++;
    }
    shortest.subList(0, fitting).sort(Comparator.comparingInt(progress -> -progress.toLearn));
    return shortest;
  }

  private static int sum(List<TopicProgress> topics) {
    return topics.stream().mapToInt(progress -> progress.toLearn).sum();
  }

  /** Moves topics to the order by new criteria per minute, while any topic covers a new one. */
  private void cover(List<TopicProgress> from) {
    for (TopicProgress best = best(from); best != null; best = best(from)) {
      from.remove(best);
      order.add(best);
      covered.addAll(best.topic.criteria());
    }
  }

  private TopicProgress best(List<TopicProgress> from) {
    TopicProgress best = null;
    int most = 0;
    for (TopicProgress progress : from) {
      int added = newlyCovered(progress);
      if (added > 0 && (best == null || added * best.toLearn > most * progress.toLearn)) {
        best = progress;
        most = added;
      }
    }
    return best;
  }

  private int newlyCovered(TopicProgress progress) {
    return (int) progress.topic.criteria().stream().filter(c -> !covered.contains(c)).count();
  }
}
